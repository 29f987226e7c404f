package dev.convergence.gate.review;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Decides the gate of a campaign that is under review, as whoever the engine knows as the caller. */
@Component
class GateDecisionService {

    private final TaskService tasks;
    private final HistoryService history;
    private final GateReviewRepository reviews;
    private final SystemAuthority system;

    GateDecisionService(
            TaskService tasks, HistoryService history, GateReviewRepository reviews, SystemAuthority system) {
        this.tasks = tasks;
        this.history = history;
        this.reviews = reviews;
        this.system = system;
    }

    /**
     * Completes the review; of a vote, the caller's part.
     *
     * @throws NotFound where the campaign has no such gate
     * @throws TooLate where the gate is not under review
     * @throws org.camunda.bpm.engine.AuthorizationException where the caller may not decide it
     */
    Void decide(String campaign, String gate, String user, Map<String, Object> answers) {
        Task review = system.call(() -> review(campaign, gate, user).orElseThrow(() -> notUnderReview(campaign, gate)));
        return system.onBehalf(() -> {
            tasks.complete(review.getId(), answers);
            return null;
        });
    }

    /** Whether there is nothing left for this user to decide. */
    boolean isOver(String campaign, String gate, String user) {
        return review(campaign, gate, user).isEmpty();
    }

    boolean isCampaign(String key) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    /** Of several, the user's own: a vote has one for each voter. */
    private Optional<Task> review(String campaign, String gate, String user) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(GateProcess.REVIEW_GATE)
                .taskVariableValueEquals(GateProcess.GATE_ID.name(), gate)
                .orderByTaskCreateTime()
                .asc()
                .list();
        return open.stream()
                .filter(task -> user.equals(task.getAssignee()))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    private RuntimeException notUnderReview(String campaign, String gate) {
        boolean known = reviews.of(List.of(campaign)).stream()
                .anyMatch(review -> review.gate().equals(gate));
        return known
                ? new TooLateException("Gate " + gate + " of campaign " + campaign + " is not under review.")
                : new NotFoundException("Gate " + gate + " under review in campaign", campaign);
    }
}
