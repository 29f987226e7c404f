package dev.convergence.milestone;

import dev.convergence.escalation.SharedWait;
import dev.convergence.escalation.StallKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom a milestone that nears its date or misses it concerns, and who is still to arrive. */
@Component
class MilestoneMatters implements SharedWait {

    private final DependentTeams teams;
    private final Participants participants;

    MilestoneMatters(DependentTeams teams, Participants participants) {
        this.teams = teams;
        this.participants = participants;
    }

    @Override
    public StallKind kind() {
        return StallKind.MISSED_MILESTONE;
    }

    @Override
    public List<String> dependents(String blockId) {
        return teams.of(blockId);
    }

    @Override
    public String missing(String blockId) {
        List<String> missing = participants.statesAt(blockId).stream()
                .filter(state -> !state.arrived())
                .map(Participants.State::name)
                .toList();
        return missing.isEmpty() ? "" : " Still to arrive: " + String.join(", ", missing) + ".";
    }
}
