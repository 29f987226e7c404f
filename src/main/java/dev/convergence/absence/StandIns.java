package dev.convergence.absence;

import java.time.Clock;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Who acts where a person is named and may be away. */
@Component
public class StandIns {

    private final Absences absences;
    private final CoveredTasks covered;
    private final TaskService tasks;
    private final Clock clock;

    StandIns(Absences absences, CoveredTasks covered, TaskService tasks, Clock clock) {
        this.absences = absences;
        this.covered = covered;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whoever acts for a person at this moment: the person, while they are there. */
    public String actingFor(String user) {
        return now().of(user).orElse(user);
    }

    /** Makes a person a candidate of a task; and, until they are back, whoever acts for them. */
    public void letAct(String taskId, String user) {
        tasks.addCandidateUser(taskId, user);
        now().of(user).ifPresent(substitute -> letActFor(user, substitute, taskId));
    }

    /** What the substitute is already, they do not become, and do not cease to be. */
    void letActFor(String absent, String substitute, String taskId) {
        boolean already =
                tasks.getIdentityLinksForTask(taskId).stream().anyMatch(link -> substitute.equals(link.getUserId()));
        if (!already) {
            tasks.addCandidateUser(taskId, substitute);
            covered.add(new CoveredTask(taskId, CoveredTask.CANDIDATE, absent, substitute, null));
        }
    }

    Substitutes now() {
        return new Substitutes(absences.underWay(clock.instant()));
    }
}
