package dev.convergence.absence;

import dev.convergence.people.GroupCatalog;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Who acts where a person is named and may be away. */
@Component
public class SubstituteResolver {

    private final AbsenceRepository absences;
    private final CoveredTaskRepository covered;
    private final TemporaryMembershipService memberships;
    private final TaskService tasks;
    private final Clock clock;

    SubstituteResolver(
            AbsenceRepository absences,
            CoveredTaskRepository covered,
            TemporaryMembershipService memberships,
            TaskService tasks,
            Clock clock) {
        this.absences = absences;
        this.covered = covered;
        this.memberships = memberships;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whoever acts for a person at this moment: the person, while they are there. */
    public String actingFor(String user) {
        return now().of(user).orElse(user);
    }

    /** Whoever acts for each of these people at this moment; asked for once. */
    public Map<String, String> actingFor(Collection<String> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        SubstituteIndex now = now();
        return users.stream().distinct().collect(Collectors.toMap(Function.identity(), user -> now.of(user)
                .orElse(user)));
    }

    /** Whether somebody has a task in place of its owner, who is away. */
    public boolean hasInPlaceOf(String owner, String assignee, String taskId) {
        return covered.assigned(taskId)
                .filter(cover -> cover.substitute().equals(assignee))
                .filter(cover -> cover.absent().equals(owner))
                .isPresent();
    }

    /**
     * For whom a user acts who does what one of some groups may do; empty where the user may do so in person.
     *
     * @param groups those that the user is a member of
     */
    public Optional<String> behind(String user, Set<String> groups, Collection<String> allowed) {
        if (!groups.contains(GroupCatalog.SUBSTITUTES)) {
            return Optional.empty();
        }
        Map<String, String> borrowed = memberships.borrowedBy(user);
        List<String> entitling = allowed.stream().filter(groups::contains).toList();
        return borrowed.keySet().containsAll(entitling)
                ? entitling.stream().map(borrowed::get).findFirst()
                : Optional.empty();
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

    SubstituteIndex now() {
        return new SubstituteIndex(absences.underWay(clock.instant()));
    }
}
