package dev.convergence.demo;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.problem.LostRaceRetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Plays the demo users: each does the work of its own group, as in Tasklist. */
@Component
public class DemoActor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Map<String, String> USERS =
            Map.of("campaign-managers", "campaign-manager", "sponsors", "sponsor");

    private final TaskService tasks;
    private final IdentityService identity;
    private final SystemAuthority system;

    DemoActor(TaskService tasks, IdentityService identity, SystemAuthority system) {
        this.tasks = tasks;
        this.identity = identity;
        this.system = system;
    }

    /** The open tasks of a campaign, the oldest first. */
    public List<Task> openTasks(String campaign) {
        return system.call(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list());
    }

    /** Does the task as the user of its group. */
    public void complete(Task task, Map<String, Object> answers) {
        String group = group(task);
        String user = USERS.getOrDefault(group, group);
        as(user, group, () -> {
            tasks.complete(task.getId(), answers);
            return null;
        });
    }

    /** Acts as a demo user. */
    public <T> T as(String user, String group, Supplier<T> work) {
        identity.setAuthentication(user, List.of(group));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /**
     * Does the next task, once there is one, and looks for it again where a timer took it away at that moment.
     *
     * @param next finds the task; empty where there is nothing to do any more
     * @return whether there was one
     */
    boolean completeNext(Supplier<Optional<Task>> next, Function<Task, Map<String, Object>> answers) {
        return LostRaceRetryPolicy.ofFound(() -> {
            Optional<Task> task = next.get();
            task.ifPresent(open -> complete(open, answers.apply(open)));
            return task.isPresent();
        });
    }

    /** The oldest open task of those meant; waits a little for what the engine does by itself in between. */
    Optional<Task> awaitTask(String campaign, Predicate<Task> which, Supplier<Boolean> ended) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(giveUp) && !ended.get()) {
            Optional<Task> open = openTasks(campaign).stream().filter(which).findFirst();
            if (open.isPresent()) {
                return open;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Optional.empty();
    }

    private String group(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow();
    }
}
