package dev.convergence.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.StillApplication;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The group legal has a standing backup, Bo; Cy stands in for Bo, and Di for Cy. */
@DirtiesContext
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:backups;DB_CLOSE_DELAY=-1",
            "convergence.people.backups.legal=bo"
        })
class StandingBackupResolverTest extends StillApplication {

    private static final Map<String, Object> APPROVAL = Map.of("gateOutcome", "APPROVED");

    private final String key = newKey();

    @BeforeEach
    void people() {
        IdentityService identity = engine.getIdentityService();
        for (String name : List.of("bo", "cy", "di")) {
            if (identity.createUserQuery().userId(name).count() == 0) {
                User user = identity.newUser(name);
                identity.saveUser(user);
                identity.createMembership(name, "support");
            }
        }
    }

    @Test
    void stepsInAtItsRungAndNotBefore() {
        Task review = gate();
        climb(key, 1);
        assertThat(told(key)).containsExactly("remind legal");
        assertThatThrownBy(() -> decide("bo", review)).isInstanceOf(AuthorizationException.class);

        climb(key, 1);

        assertThat(told(key)).containsExactly("remind legal", "backup user:bo");
        decide("bo", review);
        assertThat(history(review).getAssignee()).isEqualTo("bo");
        assertThat(history(review).getOwner()).isNull();
    }

    @Test
    void isStoodInForWhileAwayHoweverManyAre() {
        absence("bo", "cy");
        absence("cy", "di");
        Task review = gate();
        climb(key, 1);
        assertThatThrownBy(() -> decide("di", review)).isInstanceOf(AuthorizationException.class);

        climb(key, 1);

        assertThat(told(key)).endsWith("backup user:di");
        assertThatThrownBy(() -> decide("cy", review)).isInstanceOf(AuthorizationException.class);
        decide("di", review);
        assertThat(history(review).getAssignee()).isEqualTo("di");
        assertThat(history(review).getOwner()).isEqualTo("bo");
    }

    /** Nor does whoever acts for them: of a piece of work of their own nobody is the reviewer. */
    @Test
    void doesNotStepInWhereTheyDidTheWork() {
        startCampaign(key, Map.of());
        walkTo(key, "userTask_finaliseProduct");
        engine.getTaskService()
                .setAssignee(task(key, "userTask_finaliseProduct").getId(), "bo");
        complete(key, "userTask_finaliseProduct", Map.of("finaliseProductResult", "Done"));
        Task review = review(key);
        engine.getRuntimeService().setVariable(review.getProcessInstanceId(), "accountable", "legal");

        climb(key, 2);

        assertThat(told(key)).endsWith("remind legal", "backup legal");
        assertThat(candidates(review)).doesNotContain("user:bo");
        assertThatThrownBy(() -> decide("bo", review)).isInstanceOf(AuthorizationException.class);
    }

    private Task gate() {
        startGate(key, "product-ready", Map.of("accountable", "legal"));
        return review(key);
    }

    private void absence(String user, String substitute) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "absence",
                        Map.of("user", user, "from", "2027-03-01", "to", "2027-03-31", "substitute", substitute));
    }

    private void decide(String user, Task review) {
        IdentityService identity = engine.getIdentityService();
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups);
        try {
            engine.getTaskService().complete(review.getId(), APPROVAL);
        } finally {
            identity.clearAuthentication();
        }
    }

    private HistoricTaskInstance history(Task task) {
        return engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(task.getId())
                .singleResult();
    }
}
