package dev.convergence.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ConflictMarker;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.problem.TooLateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

class AbsenceTest extends StillApplication {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String TUESDAY = "2027-03-02";
    private static final String FRIDAY = "2027-03-05";

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("absence");

    @Autowired
    private AbsenceRepository absences;

    @Autowired
    private SubstitutionService substitutionService;

    @Autowired
    private AbsenceWorkflow workflow;

    private final String key = newKey();
    private final List<String> people = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();

    private IdentityService identity;
    private TaskService tasks;
    private String ann;
    private String bob;
    private String cleo;

    @BeforeEach
    void people() {
        identity = engine.getIdentityService();
        tasks = engine.getTaskService();
        ann = person("ann", "legal", "sales");
        bob = person("bob", "support");
        cleo = person("cleo", "creative");
    }

    @AfterEach
    void everybodyIsBackAndLeaves() {
        absences.open(now()).forEach(absence -> substitutionService.end(absence.id(), null));
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("absence")
                .list()
                .forEach(absence -> engine.getRuntimeService().deleteProcessInstance(absence.getId(), "test is over"));
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
        people.forEach(identity::deleteUser);
    }

    @Test
    void lastsFromTheFirstDayToTheEndOfTheLast() {
        String absence = announce(ann, TUESDAY, FRIDAY, bob);
        assertThat(groupsOf(bob)).containsExactly("support");

        assertThat(passes(absence, "event_absenceBegins")).isEqualTo("2027-03-01T23:00:00Z");
        assertThat(groupsOf(bob)).containsExactlyInAnyOrder("support", "legal", "sales", "substitutes");
        assertThat(groupsOf(ann)).containsExactlyInAnyOrder("legal", "sales");

        assertThat(passes(absence, "event_absenceEnds")).isEqualTo("2027-03-05T23:00:00Z");
        assertThat(groupsOf(bob)).containsExactly("support");
        BpmnAwareTests.assertThat(instance(absence)).isNull();
        assertThat(absences.withId(absence)).hasValueSatisfying(over -> {
            assertThat(over.endedAt()).isEqualTo("2027-03-05T23:00:00Z");
            assertThat(over.endedBy()).isNull();
            assertThat(over.recordedBy()).isEqualTo(ann);
        });
    }

    @Test
    void takesEffectAtOnceWhenItHasBegun() {
        announce(ann, "2027-03-01", FRIDAY, bob);

        assertThat(groupsOf(bob)).contains("legal", "sales");
    }

    @Test
    void movesClaimedTasksOfEveryKindAndGivesThemBack() {
        Task review = claimed(gateOf("legal"), ann);
        Task handoff = claimed(handoffTo("sales"), ann);
        Task work = claimed(workOf("product"), ann);
        Task foreign = foreignTask(ann);
        List<Task> all = List.of(review, handoff, work, foreign);

        String absence = announce(ann, "2027-03-01", FRIDAY, bob);

        assertThat(all).allSatisfy(task -> {
            assertThat(now(task).getAssignee()).isEqualTo(bob);
            assertThat(now(task).getOwner()).isEqualTo(ann);
            assertThat(maySee(bob, task)).isTrue();
        });

        passes(absence, "event_absenceBegins");
        passes(absence, "event_absenceEnds");

        assertThat(all).allSatisfy(task -> {
            assertThat(now(task).getAssignee()).isEqualTo(ann);
            assertThat(now(task).getOwner()).isNull();
            assertThat(maySee(bob, task)).isFalse();
            assertThat(maySee(ann, task)).isTrue();
        });
    }

    @Test
    void coversTasksThatNobodyHasClaimedAndThoseToCome() {
        Task before = gateOf("legal");
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        Task after = gateOf("legal");
        assertThat(maySee(bob, before)).isTrue();
        assertThat(maySee(bob, after)).isTrue();
        assertThat(now(after).getAssignee()).isNull();

        endEarly(absence, ann);

        assertThat(maySee(bob, before)).isFalse();
        assertThat(maySee(bob, after)).isFalse();
    }

    @Test
    void sendsOnWhatTheAbsentIsGiven() {
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        Task foreign = foreignTask(ann);
        Task given = gateOf("support");
        tasks.setAssignee(given.getId(), ann);

        assertThat(List.of(foreign, given)).allSatisfy(task -> {
            assertThat(now(task).getAssignee()).isEqualTo(bob);
            assertThat(now(task).getOwner()).isEqualTo(ann);
            assertThat(maySee(bob, task)).isTrue();
        });

        endEarly(absence, ann);

        assertThat(now(foreign).getAssignee()).isEqualTo(ann);
        assertThat(now(given).getAssignee()).isEqualTo(ann);
        assertThat(now(given).getOwner()).isNull();
    }

    @Test
    void leavesToTheAbsentWhatTheyTakeUpThemselves() {
        announce(ann, "2027-03-01", FRIDAY, bob);
        Task review = gateOf("legal");

        signedIn(ann, () -> tasks.claim(review.getId(), ann));

        assertThat(now(review).getAssignee()).isEqualTo(ann);
        assertThat(now(review).getOwner()).isNull();
    }

    @Test
    void coversThoseWhoAreCandidatesByName() {
        Task before = offered(ann);
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        Task after = offered(ann);

        assertThat(candidates(before)).containsExactlyInAnyOrder("user:" + ann, "user:" + bob);
        assertThat(candidates(after)).containsExactlyInAnyOrder("user:" + ann, "user:" + bob);
        signedIn(bob, () -> tasks.complete(after.getId()));
        assertThat(history(after).getOwner()).isEqualTo(ann);

        endEarly(absence, ann);

        assertThat(candidates(before)).containsExactly("user:" + ann);
        assertThat(maySee(bob, before)).isFalse();
    }

    @Test
    void followsTheChainOfSubstitutes() {
        Task review = claimed(gateOf("legal"), ann);
        Task support = claimed(gateOf("support"), bob);
        String first = announce(ann, "2027-03-01", FRIDAY, bob);
        assertThat(now(review).getAssignee()).isEqualTo(bob);

        String second = announce(bob, "2027-03-01", FRIDAY, cleo);

        assertThat(groupsOf(bob)).containsExactly("support");
        assertThat(groupsOf(cleo)).containsExactlyInAnyOrder("creative", "legal", "sales", "support", "substitutes");
        assertThat(now(review).getAssignee()).isEqualTo(cleo);
        assertThat(now(review).getOwner()).isEqualTo(ann);
        assertThat(now(support).getAssignee()).isEqualTo(cleo);
        assertThat(now(support).getOwner()).isEqualTo(bob);
        assertThat(maySee(bob, review)).isFalse();

        endEarly(second, bob);

        assertThat(groupsOf(bob)).containsExactlyInAnyOrder("support", "legal", "sales", "substitutes");
        assertThat(groupsOf(cleo)).containsExactly("creative");
        assertThat(now(review).getAssignee()).isEqualTo(bob);
        assertThat(now(review).getOwner()).isEqualTo(ann);
        assertThat(now(support).getAssignee()).isEqualTo(bob);
        assertThat(now(support).getOwner()).isNull();

        endEarly(first, ann);
        assertThat(now(review).getAssignee()).isEqualTo(ann);
        assertThat(groupsOf(bob)).containsExactly("support");
    }

    @Test
    void refusesACircleAndNamesIt() {
        announce(ann, TUESDAY, FRIDAY, bob);
        announce(bob, "2027-03-04", "2027-03-12", cleo);

        assertThatThrownBy(() -> announce(cleo, "2027-03-01", "2027-03-20", ann))
                .isInstanceOf(ConflictMarker.class)
                .hasMessageContaining(String.join(" → ", cleo, ann, bob, cleo))
                .hasMessageContaining("4 Mar 2027 00:00 CET to 6 Mar 2027 00:00 CET");
        assertThat(absences.open(now())).noneMatch(absence -> absence.user().equals(cleo));
        assertThat(announce(cleo, "2027-03-06", "2027-03-20", ann)).isNotNull();
    }

    @Test
    void takesBackNoMembershipThatTheSubstituteHasInPerson() {
        identity.createMembership(bob, "sales");
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        assertThat(groupsOf(bob)).contains("legal", "sales");

        endEarly(absence, ann);

        assertThat(groupsOf(bob)).containsExactlyInAnyOrder("support", "sales");
    }

    @Test
    void leavesAMembershipThatAnAdministratorGaveMeanwhile() {
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        identity.createMembership(bob, "sales");
        String other = announce(cleo, "2027-03-01", FRIDAY, person("dan"));
        assertThat(groupsOf(bob)).contains("legal", "sales");

        endEarly(absence, ann);
        endEarly(other, cleo);

        assertThat(groupsOf(bob)).containsExactlyInAnyOrder("support", "sales");
    }

    @Test
    void keepsAMembershipUntilTheLastOfTheAbsentIsBack() {
        String dan = person("dan", "legal");
        String first = announce(ann, "2027-03-01", FRIDAY, bob);
        String second = announce(dan, "2027-03-01", FRIDAY, bob);

        endEarly(first, ann);
        assertThat(groupsOf(bob)).containsExactlyInAnyOrder("support", "legal", "substitutes");

        endEarly(second, dan);
        assertThat(groupsOf(bob)).containsExactly("support");
    }

    @Test
    void lendsNeitherAdministrationNorDeployment() {
        identity.createMembership(ann, "process-owners");
        identity.createMembership(ann, "camunda-admin");
        identity.createMembership(ann, "managers");

        announce(ann, "2027-03-01", FRIDAY, bob);

        assertThat(groupsOf(bob)).contains("managers").doesNotContain("process-owners", "camunda-admin");
    }

    @Test
    void endsBeforeItBegins() {
        String absence = announce(ann, TUESDAY, FRIDAY, bob);

        endEarly(absence, ann);

        assertThat(instance(absence)).isNull();
        assertThat(groupsOf(bob)).containsExactly("support");
        assertThat(absences.withId(absence))
                .hasValueSatisfying(over -> assertThat(over.endedBy()).isEqualTo(ann));
        assertThatThrownBy(() -> endEarly(absence, ann)).isInstanceOf(TooLateException.class);
    }

    @Test
    void endsAlsoWhereItsProcessWasDeleted() {
        Task review = claimed(gateOf("legal"), ann);
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        engine.getRuntimeService().deleteProcessInstance(absence, "by mistake");

        endEarly(absence, ann);

        assertThat(now(review).getAssignee()).isEqualTo(ann);
        assertThat(groupsOf(bob)).containsExactly("support");
    }

    @Test
    void saysForWhomATaskWasDone() {
        Task moved = claimed(gateOf("legal"), ann);
        Task ofTheGroup = gateOf("legal");
        Task ofTheOwnGroup = gateOf("support");
        announce(ann, "2027-03-01", FRIDAY, bob);

        for (Task task : List.of(moved, ofTheGroup, ofTheOwnGroup)) {
            signedIn(bob, () -> tasks.complete(task.getId(), Map.of("gateOutcome", "APPROVED")));
        }

        assertThat(history(moved).getAssignee()).isEqualTo(bob);
        assertThat(history(moved).getOwner()).isEqualTo(ann);
        assertThat(history(ofTheGroup).getAssignee()).isEqualTo(bob);
        assertThat(history(ofTheGroup).getOwner()).isEqualTo(ann);
        assertThat(history(ofTheOwnGroup).getAssignee()).isEqualTo(bob);
        assertThat(history(ofTheOwnGroup).getOwner()).isNull();
    }

    @Test
    void doesNotSayForWhomACandidateInPersonDidIt() {
        identity.createMembership(cleo, "legal");
        Task moved = claimed(gateOf("legal"), ann);
        announce(ann, "2027-03-01", FRIDAY, bob);

        signedIn(cleo, () -> tasks.complete(moved.getId(), Map.of("gateOutcome", "APPROVED")));

        assertThat(history(moved).getAssignee()).isEqualTo(cleo);
        assertThat(history(moved).getOwner()).isNull();
    }

    @Test
    void recordsWhoCompletedATaskOfAnyModel() {
        Task foreign = foreignTask(null);

        signedIn(cleo, () -> tasks.complete(foreign.getId()));

        assertThat(history(foreign).getAssignee()).isEqualTo(cleo);
        assertThat(doneBy(foreign)).isEqualTo(cleo + " for nobody");
    }

    @Test
    void tellsTheModelsOwnListenersForWhom() {
        announce(ann, "2027-03-01", FRIDAY, bob);
        Task foreign = foreignTask(ann);

        signedIn(bob, () -> tasks.complete(foreign.getId()));

        assertThat(doneBy(foreign)).isEqualTo(bob + " for " + ann);
    }

    @Test
    void forgetsForWhomWhenAThirdPersonGetsTheTask() {
        Task moved = claimed(gateOf("legal"), ann);
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);

        tasks.setAssignee(moved.getId(), cleo);
        assertThat(now(moved).getOwner()).isNull();

        endEarly(absence, ann);
        assertThat(now(moved).getAssignee()).isEqualTo(cleo);
    }

    @Test
    void leavesATaskThatTheSubstitutePutBackToItsGroup() {
        Task moved = claimed(gateOf("legal"), ann);
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);

        signedIn(bob, () -> tasks.claim(moved.getId(), null));
        assertThat(now(moved).getOwner()).isNull();

        endEarly(absence, ann);
        assertThat(now(moved).getAssignee()).isNull();
    }

    @Test
    void givesTheAbsentWhatWasClaimedForThem() {
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        Task review = gateOf("legal");
        signedIn(bob, () -> tasks.claim(review.getId(), bob));
        assertThat(now(review).getOwner()).isEqualTo(ann);

        endEarly(absence, ann);

        assertThat(now(review).getAssignee()).isEqualTo(ann);
        assertThat(maySee(bob, review)).isFalse();
    }

    @Test
    void remembersWhoseTaskItWasBefore() {
        Task delegated = foreignTask(cleo);
        tasks.delegateTask(delegated.getId(), ann);

        String absence = announce(ann, "2027-03-01", FRIDAY, bob);
        assertThat(now(delegated).getOwner()).isEqualTo(ann);

        endEarly(absence, ann);
        assertThat(now(delegated).getAssignee()).isEqualTo(ann);
        assertThat(now(delegated).getOwner()).isEqualTo(cleo);
    }

    @Test
    void letsNobodySpeakForOthersButManagers() {
        assertThatThrownBy(() -> start(bob, ann, "2027-03-01", FRIDAY, bob))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("user"));

        identity.createMembership(bob, "managers");
        assertThatThrownBy(() -> start(bob, ann, "2027-03-01", FRIDAY, bob))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("substitute"));
        assertThat(start(bob, ann, "2027-03-01", FRIDAY, cleo)).isNotNull();
        assertThat(absences.open(now())).singleElement().satisfies(absence -> assertThat(absence.recordedBy())
                .isEqualTo(bob));
    }

    @Test
    void letsNobodyEndTheAbsenceOfOthersButManagers() {
        String absence = announce(ann, "2027-03-01", FRIDAY, bob);

        assertThatThrownBy(() -> endEarly(absence, bob)).isInstanceOf(ForbiddenException.class);

        identity.createMembership(cleo, "managers");
        endEarly(absence, cleo);
        assertThat(absences.withId(absence))
                .hasValueSatisfying(over -> assertThat(over.endedBy()).isEqualTo(cleo));
    }

    @Test
    void startsNoAbsenceThatBreaksARule() {
        assertRefused(Map.of("substitute", "nobody-" + key), "substitute");
        assertRefused(Map.of("substitute", ann), "substitute");
        assertRefused(Map.of("user", "nobody-" + key), "user");
        assertRefused(Map.of("from", "soon"), "from");
        assertRefused(Map.of("to", "2027-02-30"), "to");
        assertRefused(Map.of("to", "2027-02-28"), "to");
        assertRefused(Map.of("from", "2027-01-01", "to", "2027-02-27"), "to");
        assertRefused(Map.of("to", "2028-03-03"), "to");
        assertRefused(Map.of("from", "2028-03-03", "to", "2028-03-04"), "from");
        assertRefused(Map.of("from", ""), "from");
        announce(ann, TUESDAY, FRIDAY, bob);
        assertRefused(Map.of("from", "2027-03-04", "to", "2027-03-06"), "from");
        assertThat(announce(ann, "2027-03-06", "2027-03-06", bob)).isNotNull();
    }

    private void assertRefused(Map<String, Object> wrong, String field) {
        Map<String, Object> asked =
                new HashMap<>(Map.of("user", ann, "from", TUESDAY, "to", FRIDAY, "substitute", bob));
        asked.putAll(wrong);
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("absence", asked))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private String person(String name, String... groups) {
        User user = identity.newUser(name + "-" + PEOPLE.incrementAndGet());
        user.setPassword(user.getId());
        identity.saveUser(user);
        people.add(user.getId());
        for (String group : groups) {
            identity.createMembership(user.getId(), group);
        }
        return user.getId();
    }

    private Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    /** As somebody in Tasklist does for themselves. */
    private String announce(String user, String from, String to, String substitute) {
        return start(user, "", from, to, substitute);
    }

    private String start(String by, String user, String from, String to, String substitute) {
        Map<String, Object> asked = Map.of("user", user, "from", from, "to", to, "substitute", substitute);
        return signedIn(by, () -> engine.getRuntimeService()
                .startProcessInstanceByKey("absence", asked)
                .getId());
    }

    private void endEarly(String absence, String by) {
        CurrentUser caller = new CurrentUser(by, groupsOf(by));
        signedIn(by, () -> workflow.absenceEndedEarly(absence, caller));
    }

    private void signedIn(String user, Runnable work) {
        signedIn(user, () -> {
            work.run();
            return null;
        });
    }

    private <T> T signedIn(String user, Supplier<T> work) {
        identity.setAuthentication(user, List.copyOf(groupsOf(user)));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private boolean maySee(String user, Task task) {
        return signedIn(user, () -> tasks.createTaskQuery().taskId(task.getId()).count() == 1);
    }

    private Task gateOf(String group) {
        String gate = newKey();
        startGate(gate, "product-ready", Map.of("accountable", group));
        return review(gate);
    }

    private Task handoffTo(String group) {
        String handoff = newKey();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "handoff",
                        handoff,
                        Map.of("handoffId", "assets-to-sales", "handoffFrom", "marketing", "handoffTo", group));
        complete(handoff, "userTask_prepareHandoff", Map.of("handoffWhat", "Assets", "handoffWhere", "Here"));
        return task(handoff, "userTask_acceptHandoff");
    }

    private Task workOf(String group) {
        startCampaign(key);
        walkTo(key, "userTask_finaliseProduct");
        Task work = task(key, "userTask_finaliseProduct");
        assertThat(candidates(work)).containsExactly(group);
        return work;
    }

    private Task claimed(Task task, String user) {
        tasks.claim(task.getId(), user);
        return task;
    }

    /** A process owner's own model: a task with a fixed assignee, and a listener that looks at who did it. */
    private Task foreignTask(String assignee) {
        return foreign(assignee, null);
    }

    private Task offered(String candidate) {
        return foreign(null, candidate);
    }

    private Task foreign(String assignee, String candidate) {
        String process = newKey();
        var model = Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("sign")
                .camundaTaskListenerExpression(
                        "complete",
                        "${execution.setVariable('doneBy', task.assignee.concat(' for ').concat(empty task.owner ? 'nobody' : task.owner))}");
        model = assignee == null ? model : model.camundaAssignee(assignee);
        model = candidate == null ? model : model.camundaCandidateUsers(candidate);
        model = assignee == null && candidate == null ? model.camundaCandidateGroups("creative") : model;
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(process + ".bpmn", model.endEvent().done())
                .deploy()
                .getId());
        engine.getRuntimeService().startProcessInstanceByKey(process, process);
        return task(process, "sign");
    }

    private Object doneBy(Task task) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .variableName("doneBy")
                .singleResult()
                .getValue();
    }

    private Task now(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }

    private HistoricTaskInstance history(Task task) {
        return engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(task.getId())
                .singleResult();
    }

    private ProcessInstance instance(String id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }

    /** Waits for a timer of an absence. */
    private Instant passes(String absence, String event) {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(absence)
                .timers()
                .singleResult();
        assertThat(engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .isEqualTo(event);
        Instant due = timer.getDuedate().toInstant();
        moveTo(due.isAfter(now()) ? due : now());
        engine.getManagementService().executeJob(timer.getId());
        return due;
    }
}
