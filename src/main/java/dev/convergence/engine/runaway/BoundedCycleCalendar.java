package dev.convergence.engine.runaway;

import dev.convergence.model.CycleBounds;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Works out when a repeating timer is next due, but for those whose repetitions would take for ever to count. */
public final class BoundedCycleCalendar extends CycleBusinessCalendar {

    @Override
    public Date resolveDuedate(String cycle, Date startDate, long repeatOffset) {
        CycleBounds.faultOf(cycle, ClockUtil.getCurrentTime().toInstant()).ifPresent(fault -> {
            throw new EndlessProcessException("The timer '" + cycle + "' " + fault);
        });
        return super.resolveDuedate(cycle, startDate, repeatOffset);
    }
}
