package dev.convergence.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.RunningApplication;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleInitializerTest extends RunningApplication {

    @Autowired
    private PeopleInitializer setup;

    @Autowired
    private MemberWriter memberWriter;

    @Test
    void createsTheGroups() {
        IdentityService identity = engine.getIdentityService();

        assertThat(identity.createGroupQuery().groupType("TEAM").list())
                .extracting(group -> group.getId())
                .contains("product", "marketing", "creative", "sales", "analytics", "legal", "support")
                .contains("campaign-managers", "sponsors", "managers", "process-owners", "operators");
        assertThat(identity.createGroupQuery()
                        .groupId("camunda-admin")
                        .singleResult()
                        .getType())
                .isEqualTo("SYSTEM");
    }

    @Test
    void grantsAndNeverRevokesNorGrantsToEverybody() {
        assertThat(authorizations().createAuthorizationQuery().list())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getAuthorizationType()).isEqualTo(Authorization.AUTH_TYPE_GRANT));
    }

    @Test
    void letsEverybodyReadAndTheRightPeopleAct() {
        assertMay("legal", Permissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, "campaign");
        assertMayNot("legal", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "campaign");
        assertMayNot("legal", Permissions.READ_TASK, Resources.PROCESS_DEFINITION, "campaign");
        assertMay("campaign-managers", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "campaign");
        assertMay("campaign-managers", Permissions.CREATE, Resources.PROCESS_INSTANCE, "*");
        assertMayNot("campaign-managers", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "stage-gate");
        assertMay("managers", Permissions.READ_HISTORY, Resources.DECISION_DEFINITION, "gate-policy");
        assertMayNot("managers", Permissions.DELETE_INSTANCE, Resources.PROCESS_DEFINITION, "campaign");
        assertMay("process-owners", Permissions.CREATE, Resources.DEPLOYMENT, "*");
        assertMayNot("process-owners", Permissions.DELETE, Resources.DEPLOYMENT, "*");
        assertMayNot("managers", Permissions.CREATE, Resources.DEPLOYMENT, "*");
        assertMay("operators", ProcessDefinitionPermissions.RETRY_JOB, Resources.PROCESS_DEFINITION, "campaign");
        assertMayNot("operators", Permissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION, "campaign");
        assertMayNot("managers", ProcessDefinitionPermissions.RETRY_JOB, Resources.PROCESS_DEFINITION, "campaign");
        assertMay("camunda-admin", Permissions.DELETE, Resources.USER, "*");
        assertMay("legal", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "absence");
        assertMay("managers", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "absence");
        assertMayNot("managers", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "campaign");
        assertMayNot("substitutes", Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "absence");
    }

    @Test
    void addsNothingTwice() {
        List<Long> before = counts();

        setup.afterSingletonsInstantiated();

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void putsBackWhatIsMissingOnSeveralNodesAtOnce() throws Exception {
        List<Long> before = counts();
        engine.getFilterService().deleteFilter("overdue");
        engine.getIdentityService().deleteUser("support");

        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier start = new CyclicBarrier(4);
            Callable<Void> node = () -> {
                start.await();
                setup.afterSingletonsInstantiated();
                return null;
            };
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void showsEachGroupItsFilters() {
        assertThat(get("legal", "/engine-rest/filter?maxResults=50").body())
                .contains("My work", "My groups' approvals", "My groups' work", "Overdue")
                .doesNotContain("Waiting on others");
        assertThat(get("campaign-manager", "/engine-rest/filter?maxResults=50").body())
                .contains("Waiting on others");
        assertThat(get("manager", "/engine-rest/filter?maxResults=50").body()).isEqualTo("[]");
    }

    @Test
    void refusesToListWithoutAnEnd() {
        assertThat(get("legal", "/engine-rest/filter/my-work/list").statusCode())
                .isEqualTo(400);
        assertThat(get("legal", "/engine-rest/task?maxResults=2001").statusCode())
                .isEqualTo(400);
        assertThat(get("legal", "/engine-rest/task?maxResults=2000").statusCode())
                .isEqualTo(200);
    }

    @Test
    void filtersWhatTheyPromise() {
        Task task = engine.getTaskService().newTask("task-of-sales");
        task.setName("Call back");
        engine.getTaskService().saveTask(task);
        engine.getTaskService().addCandidateGroup(task.getId(), "sales");
        try {
            assertThat(get("sales", "/engine-rest/filter/my-groups-work/list?maxResults=50")
                            .body())
                    .contains("task-of-sales");
            assertThat(get("legal", "/engine-rest/filter/my-groups-work/list?maxResults=50")
                            .body())
                    .doesNotContain("task-of-sales");
            assertThat(get("sales", "/engine-rest/filter/my-groups-approvals/list?maxResults=50")
                            .body())
                    .doesNotContain("task-of-sales");
            assertThat(get("sales", "/engine-rest/filter/my-work/list?maxResults=50")
                            .body())
                    .doesNotContain("task-of-sales");
            assertThat(get("sales", "/engine-rest/filter/overdue/list?maxResults=50")
                            .body())
                    .doesNotContain("task-of-sales");

            Task claimed = engine.getTaskService()
                    .createTaskQuery()
                    .taskId("task-of-sales")
                    .singleResult();
            claimed.setAssignee("sales");
            claimed.setDueDate(new java.util.Date(0));
            engine.getTaskService().saveTask(claimed);

            assertThat(get("sales", "/engine-rest/filter/my-work/list?maxResults=50")
                            .body())
                    .contains("task-of-sales");
            assertThat(get("sales", "/engine-rest/filter/overdue/list?maxResults=50")
                            .body())
                    .contains("task-of-sales");
        } finally {
            engine.getTaskService().deleteTask(task.getId(), true);
        }
    }

    @Test
    void keepsAFilterThatSomebodyEdited() {
        Filter filter = engine.getFilterService().getFilter("my-work");
        filter.setName("Mine");
        engine.getFilterService().saveFilter(filter);

        setup.afterSingletonsInstantiated();

        Filter kept = engine.getFilterService().getFilter("my-work");
        assertThat(kept.getName()).isEqualTo("Mine");
        kept.setName("My work");
        engine.getFilterService().saveFilter(kept);
    }

    @Test
    void createsTheFirstAdministratorOnlyWhileThereIsNone() {
        IdentityService identity = engine.getIdentityService();
        FirstAdministratorStep first =
                new FirstAdministratorStep(memberWriter, new AdminProperties("first-admin", "Secret-123456!"));

        first.run();
        assertThat(identity.createUserQuery().userId("first-admin").count()).isZero();

        identity.deleteMembership("admin", GroupCatalog.ADMINISTRATORS);
        try {
            first.run();
            assertThat(identity.createUserQuery()
                            .memberOfGroup(GroupCatalog.ADMINISTRATORS)
                            .list())
                    .extracting(user -> user.getId())
                    .containsExactly("first-admin");
            assertThat(identity.checkPassword("first-admin", "Secret-123456!")).isTrue();
        } finally {
            identity.deleteUser("first-admin");
            identity.createMembership("admin", GroupCatalog.ADMINISTRATORS);
        }
    }

    private List<Long> counts() {
        IdentityService identity = engine.getIdentityService();
        return List.of(
                identity.createGroupQuery().count(),
                identity.createUserQuery().memberOfGroup("support").count(),
                engine.getFilterService().createFilterQuery().count(),
                authorizations()
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .count(),
                authorizations().createAuthorizationQuery().groupIdIn("support").count());
    }

    private AuthorizationService authorizations() {
        return engine.getAuthorizationService();
    }

    private void assertMay(String group, Permission permission, Resources resource, String id) {
        assertThat(may(group, permission, resource, id))
                .as(group + " " + permission)
                .isTrue();
    }

    private void assertMayNot(String group, Permission permission, Resources resource, String id) {
        assertThat(may(group, permission, resource, id))
                .as(group + " " + permission)
                .isFalse();
    }

    private boolean may(String group, Permission permission, Resources resource, String id) {
        return authorizations().isUserAuthorized("somebody", List.of(group), permission, resource, id);
    }
}
