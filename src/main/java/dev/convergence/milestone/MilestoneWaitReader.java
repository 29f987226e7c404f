package dev.convergence.milestone;

import dev.convergence.escalation.wait.SharedWaitReader;
import dev.convergence.escalation.wait.StallKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom a milestone that nears its date or misses it concerns, and who is still to arrive. */
@Component
class MilestoneWaitReader implements SharedWaitReader {

    private final DependentTeamReader teams;
    private final ParticipantReader participantReader;

    MilestoneWaitReader(DependentTeamReader teams, ParticipantReader participantReader) {
        this.teams = teams;
        this.participantReader = participantReader;
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
        List<String> missing = participantReader.statesAt(blockId).stream()
                .filter(state -> !state.arrived())
                .map(ParticipantReader.State::name)
                .toList();
        return missing.isEmpty() ? "" : " Still to arrive: " + String.join(", ", missing) + ".";
    }
}
