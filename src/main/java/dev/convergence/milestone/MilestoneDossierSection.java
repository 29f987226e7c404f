package dev.convergence.milestone;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.people.GroupCatalog;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the form of a milestone shows: its date, and who has arrived. */
@Component
class MilestoneDossierSection implements DossierSection {

    private final ParticipantReader participantReader;
    private final ZoneId zone;

    MilestoneDossierSection(ParticipantReader participantReader, WorkingCalendarRegistry calendars) {
        this.participantReader = participantReader;
        this.zone = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    @Override
    public String name() {
        return "milestone";
    }

    @Override
    public Object of(DelegateExecution execution, CampaignContext campaign) {
        Optional<String> id = Optional.of(execution)
                .filter(one -> MilestoneProcess.REACH_MILESTONE.equals(one.getCurrentActivityId()))
                .flatMap(MilestoneProcess.MILESTONE_ID::find);
        return id.map(milestone -> of(execution, milestone)).orElseGet(Map::of);
    }

    private Map<String, Object> of(DelegateExecution execution, String milestone) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("name", CallActivityNameReader.of(execution, milestone));
        part.put(
                "due",
                MilestoneProcess.TOLD_DUE_AT
                        .find(execution)
                        .map(due -> WallTimeFormatter.of(due.toInstant(), zone))
                        .orElse(""));
        part.put("tracks", rows(participantReader.statesAt(execution.getProcessInstanceId())));
        return part;
    }

    private static List<Map<String, String>> rows(Collection<ParticipantReader.State> states) {
        return states.stream()
                .map(state -> Map.of("track", state.name(), "state", state.arrived() ? "arrived" : "still to arrive"))
                .toList();
    }
}
