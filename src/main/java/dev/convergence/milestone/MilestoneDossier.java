package dev.convergence.milestone;

import dev.convergence.calendar.WallTime;
import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.CallerName;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.DossierPart;
import dev.convergence.people.Groups;
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
class MilestoneDossier implements DossierPart {

    private final Participants participants;
    private final ZoneId zone;

    MilestoneDossier(Participants participants, WorkingCalendars calendars) {
        this.participants = participants;
        this.zone = calendars.ofGroup(Groups.CAMPAIGN_MANAGERS).zone();
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
        part.put("name", CallerName.of(execution, milestone));
        part.put(
                "due",
                MilestoneProcess.TOLD_DUE_AT
                        .find(execution)
                        .map(due -> WallTime.of(due.toInstant(), zone))
                        .orElse(""));
        part.put("tracks", rows(participants.statesAt(execution.getProcessInstanceId())));
        return part;
    }

    private static List<Map<String, String>> rows(Collection<Participants.State> states) {
        return states.stream()
                .map(state -> Map.of("track", state.name(), "state", state.arrived() ? "arrived" : "still to arrive"))
                .toList();
    }
}
