package dev.convergence.escalation.stall;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.people.GroupCatalog;
import dev.convergence.retention.CampaignRecordContributor;
import dev.convergence.retention.EndedCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** What stalled in a campaign, and for how much working time. A query for each wait that there was. */
@Component
class StallsRecordContributor implements CampaignRecordContributor {

    private static final String[] WAITS =
            Arrays.stream(StallKind.values()).map(StallKind::taskKey).toArray(String[]::new);

    private final HistoryService history;
    private final HistoricVariableRepository variables;
    private final WorkingCalendarRegistry calendars;

    StallsRecordContributor(
            HistoryService history, HistoricVariableRepository variables, WorkingCalendarRegistry calendars) {
        this.history = history;
        this.variables = variables;
        this.calendars = calendars;
    }

    /**
     * One stall.
     *
     * @param element the id of the gate, handoff, milestone or source
     * @param until when it was decided, answered or called off
     * @param workingTime by the calendar of whom it waited for
     */
    record RecordedStall(String kind, String element, Instant since, Instant until, Duration workingTime) {}

    @Override
    public String name() {
        return "stalls";
    }

    @Override
    public List<RecordedStall> of(EndedCampaign campaign) {
        List<HistoricTaskInstance> waits = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(campaign.key())
                .taskDefinitionKeyIn(WAITS)
                .list();
        Map<String, Map<String, Object>> values = variables.of(waits.stream()
                .map(HistoricTaskInstance::getProcessInstanceId)
                .distinct()
                .toList());
        return waits.stream()
                .flatMap(wait ->
                        stalls(wait, values.getOrDefault(wait.getProcessInstanceId(), Map.of()), campaign.endedAt()))
                .toList();
    }

    private Stream<RecordedStall> stalls(HistoricTaskInstance wait, Map<String, Object> values, Instant end) {
        StallKind kind = StallKind.ofTask(wait.getTaskDefinitionKey());
        return history
                .createHistoricIncidentQuery()
                .incidentType(kind.incidentType())
                .configuration(wait.getId())
                .list()
                .stream()
                .map(incident -> stall(kind, incident, values, end));
    }

    private RecordedStall stall(StallKind kind, HistoricIncident incident, Map<String, Object> values, Instant end) {
        Instant since = incident.getCreateTime().toInstant();
        Instant until =
                Optional.ofNullable(incident.getEndTime()).map(Date::toInstant).orElse(end);
        return new RecordedStall(
                kind.incidentType(),
                String.valueOf(values.get(kind.idVariable())),
                since,
                until,
                calendar(values).between(since, until));
    }

    private WorkingCalendar calendar(Map<String, Object> values) {
        return EscalationProcess.WAITING_CALENDAR
                .find(values)
                .filter(calendars.names()::contains)
                .map(calendars::named)
                .orElseGet(() -> calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS));
    }
}
