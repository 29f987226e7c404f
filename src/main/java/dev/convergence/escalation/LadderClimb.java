package dev.convergence.escalation;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Climbs one rung: tells, hands over, raises the stall. */
@Component
class LadderClimb {

    private final Ladders ladders;
    private final TaskService tasks;
    private final Stalls stalls;
    private final RungNotices notices;
    private final Handovers handovers;

    LadderClimb(Ladders ladders, TaskService tasks, Stalls stalls, RungNotices notices, Handovers handovers) {
        this.ladders = ladders;
        this.tasks = tasks;
        this.stalls = stalls;
        this.notices = notices;
        this.handovers = handovers;
    }

    /** Climbs the rung above the one climbed last, and says when the next is due; empty at the top. */
    Optional<Instant> climb(Wait wait) {
        Ladder ladder = ladders.of(wait.kind(), wait.campaign().priority());
        Optional<Rung> rung = ladder.above(wait.climbed());
        rung.ifPresent(reached -> reach(reached, wait));
        return ladder.nextAt(rung.map(Rung::name).or(wait::climbed), wait.dueAt(), wait.calendar());
    }

    private void reach(Rung rung, Wait wait) {
        tasks.setVariableLocal(wait.taskId(), EscalationProcess.RUNG.name(), rung.name());
        notices.tell(rung, wait);
        if (rung.handsOver()) {
            handovers.handOver(rung, wait);
        }
        if (rung.stalled()) {
            stalls.raise(wait);
        }
    }
}
