package dev.convergence.escalation;

import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Climbs one rung: tells, hands over, raises the stall. Where several are due at once, because nobody ran them when they
 * were, each is climbed in its turn, and people are told with the last of them.
 */
@Component
class LadderService {

    private final EscalationLadderRungsDecision escalationLadderRungsDecision;
    private final TaskService tasks;
    private final StallService stallService;
    private final RungNotifier notices;
    private final HandoverService handoverService;
    private final Clock clock;

    LadderService(
            EscalationLadderRungsDecision escalationLadderRungsDecision,
            TaskService tasks,
            StallService stallService,
            RungNotifier notices,
            HandoverService handoverService,
            Clock clock) {
        this.escalationLadderRungsDecision = escalationLadderRungsDecision;
        this.tasks = tasks;
        this.stallService = stallService;
        this.notices = notices;
        this.handoverService = handoverService;
        this.clock = clock;
    }

    /** Climbs the rung above the one climbed last, and says when the next is due; empty at the top. */
    Optional<Instant> climb(Wait wait) {
        Ladder ladder =
                escalationLadderRungsDecision.of(wait.kind(), wait.campaign().priority());
        Optional<Rung> rung = ladder.above(wait.climbed());
        Optional<Instant> next = ladder.nextAt(rung.map(Rung::name).or(wait::climbed), wait.dueAt(), wait.calendar());
        rung.ifPresent(reached -> reach(reached, wait, next.filter(this::isDue).isPresent()));
        return next;
    }

    private boolean isDue(Instant at) {
        return !at.isAfter(clock.instant());
    }

    private void reach(Rung rung, Wait wait, boolean nextIsDue) {
        tasks.setVariableLocal(wait.taskId(), EscalationProcess.RUNG.name(), rung.name());
        if (nextIsDue) {
            notices.keepBack(rung, wait);
        } else {
            notices.tell(rung, wait);
        }
        if (rung.handsOver()) {
            handoverService.handOver(rung, wait);
        }
        if (rung.stalled()) {
            stallService.raise(wait);
        }
    }
}
