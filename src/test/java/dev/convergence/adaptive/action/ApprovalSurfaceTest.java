package dev.convergence.adaptive.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.action.ledger.ActionState;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;

/** Who decides about an action, over HTTP. */
class ApprovalSurfaceTest extends ActingCampaign {

    private static final String YES = "{\"variables\": {\"actionApproved\": {\"value\": \"yes\"}}}";

    @Test
    void letsTheAccountableRoleAloneDecideWhoeverIsGivenTheTask() {
        String id = moves("90");
        String task = "/engine-rest/task/" + task(key, APPROVE).getId();
        post("admin", task + "/identity-links", "{\"userId\": \"sales\", \"type\": \"candidate\"}");
        post("admin", task + "/assignee", "{\"userId\": \"analytics\"}");

        for (String user : List.of("admin", "sales", "analytics")) {
            HttpResponse<String> refused = post(user, task + "/complete", YES);
            assertThat(refused.statusCode()).as(user).isEqualTo(403);
        }
        assertState(id, ActionState.ASKED);
        assertThat(action(id).decidedBy()).isNull();
        post("admin", task + "/assignee", "{\"userId\": null}");
        assertThat(post(CAMPAIGN_MANAGER, task + "/complete", YES).statusCode()).isEqualTo(204);
        settle(key);
        assertState(id, ActionState.DONE);
        assertThat(action(id).decidedBy()).isEqualTo(CAMPAIGN_MANAGER);
    }

    @Test
    void letsWhoeverStandsInForTheAccountableRoleDecide() {
        String manager = newUser("campaign-managers");
        String standIn = newUser("support");
        String absence = stayAway(manager, standIn);
        String id = moves("90");

        HttpResponse<String> answer =
                post(standIn, "/engine-rest/task/" + task(key, APPROVE).getId() + "/complete", YES);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        settle(key);
        assertState(id, ActionState.DONE);
        assertThat(action(id).decidedBy()).isEqualTo(standIn + " for " + manager);
        assertThat(delete(manager, "/api/absences/" + absence).statusCode()).isEqualTo(204);
    }

    @Test
    void letsTheAccountableRoleAloneSettleARefusal() {
        adPlatformRefuses();
        String id = moves("10");
        String task = "/engine-rest/task/" + task(key, SETTLE).getId();
        post("admin", task + "/assignee", "{\"userId\": \"analytics\"}");
        String again = "{\"variables\": {\"refusalAnswer\": {\"value\": \"again\"}}}";

        for (String user : List.of("admin", "analytics")) {
            assertThat(post(user, task + "/complete", again).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }

        assertState(id, ActionState.BOOKED);
        assertThat(action(id).decidedBy()).isNull();
    }

    /** From now on. */
    private String stayAway(String user, String substitute) {
        String absence =
                "{\"from\": \"2027-03-01\", \"to\": \"2027-03-31\", \"substitute\": \"%s\"}".formatted(substitute);
        String id = json(post(user, "/api/absences", absence), 201).path("id").asText();
        engine.getManagementService().createJobQuery().processInstanceId(id).list().stream()
                .filter(job -> !job.getDuedate().after(Date.from(now())))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return id;
    }

    private String newUser(String group) {
        User user = engine.getIdentityService().newUser("user-" + newKey());
        user.setPassword(user.getId());
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createMembership(user.getId(), group);
        return user.getId();
    }
}
