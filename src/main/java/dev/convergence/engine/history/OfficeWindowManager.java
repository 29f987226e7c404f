package dev.convergence.engine.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindowManager;

/** The same window each day by the clock on the wall; the engine's own knows no summer time. */
final class OfficeWindowManager implements BatchWindowManager {

    private final LocalTime from;
    private final LocalTime to;
    private final ZoneId zone;

    OfficeWindowManager(LocalTime from, LocalTime to, ZoneId zone) {
        this.from = from;
        this.to = to;
        this.zone = zone;
    }

    @Override
    public BatchWindow getCurrentOrNextBatchWindow(Date date, ProcessEngineConfigurationImpl configuration) {
        LocalDate today = day(date);
        BatchWindow yesterdays = begunOn(today.minusDays(1));
        BatchWindow todays = begunOn(today);
        if (yesterdays.isWithin(date)) {
            return yesterdays;
        }
        return date.before(todays.getEnd()) ? todays : begunOn(today.plusDays(1));
    }

    @Override
    public BatchWindow getNextBatchWindow(Date date, ProcessEngineConfigurationImpl configuration) {
        BatchWindow todays = begunOn(day(date));
        return date.before(todays.getStart()) ? todays : begunOn(day(date).plusDays(1));
    }

    @Override
    public boolean isBatchWindowConfigured(ProcessEngineConfigurationImpl configuration) {
        return true;
    }

    private LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), zone);
    }

    private BatchWindow begunOn(LocalDate day) {
        LocalDate ends = to.isAfter(from) ? day : day.plusDays(1);
        return new BatchWindow(at(day, from), at(ends, to));
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(zone).toInstant());
    }
}
