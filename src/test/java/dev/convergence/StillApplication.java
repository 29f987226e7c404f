package dev.convergence;

import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole application standing still: no job runs unless a test fires it, and time passes as a test says. One context
 * for all tests that extend it; each test works on campaigns with keys of its own.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:still;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "camunda.bpm.job-execution.enabled=false",
            "management.prometheus.metrics.export.enabled=true"
        })
@Import({ModelCoverage.Recording.class, LostRaces.Configuration.class})
public abstract class StillApplication extends RunningApplication {

    /** A Monday without holidays around it, nine o'clock in the office. */
    public static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00Z");

    private static final String REVIEW_GATE = "userTask_reviewGate";
    private static final String DECISION = "decision";
    /** What goes by itself while the work goes on. */
    private static final Set<String> BESIDE_THE_WORK =
            Set.of("userTask_reachMilestone", "userTask_holdSync", "userTask_resolveConflict");

    private static final int MOST_STEPS = 60;
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired
    protected NoticeService noticeService;

    @BeforeEach
    void stopTheClock() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        AbstractAssertions.init(engine);
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
    }

    protected static String newKey() {
        return "campaign-" + KEYS.incrementAndGet();
    }

    protected static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    protected static void moveTo(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** So that what happens next happens later than what happened before. */
    protected static void tick() {
        moveTo(now().plus(Duration.ofSeconds(1)));
    }

    /** What the engine does for this user, a member of the groups that the engine knows and of one of the same name. */
    protected void as(String user, Runnable work) {
        List<String> groups = new ArrayList<>(groupsOf(user));
        groups.add(user);
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            work.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<String> groupsOf(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    protected ProcessInstance startCampaign(String key) {
        return startCampaign(key, Map.of());
    }

    /** Starts a sequential campaign of normal priority, unless the variables say otherwise. */
    protected ProcessInstance startCampaign(String key, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "campaignName", "Name of " + key,
                "campaignType", "product-launch",
                "priority", "normal",
                "pattern", "sequential"));
        all.putAll(variables);
        return engine.getRuntimeService().startProcessInstanceByKey("campaign", key, all);
    }

    /** A gate that nothing calls. */
    protected ProcessInstance startGate(String key, String gateId, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("gateId", gateId);
        return engine.getRuntimeService().startProcessInstanceByKey("stage-gate", key, all);
    }

    protected List<Task> tasks(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** The one open task of this kind. */
    protected Task task(String key, String taskKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(taskKey)
                .initializeFormKeys()
                .singleResult();
    }

    protected Task review(String key) {
        return task(key, REVIEW_GATE);
    }

    protected void complete(String key, String taskKey, Map<String, Object> variables) {
        tick();
        engine.getTaskService().complete(task(key, taskKey).getId(), variables);
        tick();
    }

    /** Decides the gate under review, with a comment and conditions for the outcomes that ask for them. */
    protected void decide(String key, String outcome) {
        complete(
                key,
                REVIEW_GATE,
                Map.of("gateOutcome", outcome, "gateComment", "Comment on " + key, "gateConditions", "Conditions"));
    }

    /** Does all work but for conflicts, and approves all gates, until this task is open, or the gate with this id is under review. */
    protected void walkTo(String key, String place) {
        for (int step = 0; step < MOST_STEPS; step++) {
            continueJobs(key);
            List<Task> open = tasks(key);
            if (open.stream().anyMatch(task -> isAt(task, place))) {
                return;
            }
            open.stream()
                    .filter(this::isStillOpen)
                    .filter(task -> !BESIDE_THE_WORK.contains(task.getTaskDefinitionKey()))
                    .forEach(this::completeWell);
        }
        throw new AssertionError(key + " does not come to " + place + "; open are " + tasks(key));
    }

    private boolean isAt(Task task, String place) {
        return task.getTaskDefinitionKey().equals(place)
                || place.equals(engine.getTaskService().getVariableLocal(task.getId(), "gateId"));
    }

    /** The end of a stall takes a task away that was open a moment ago. */
    private boolean isStillOpen(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).count() > 0;
    }

    private void completeWell(Task task) {
        tick();
        engine.getTaskService().complete(task.getId(), answer(task.getTaskDefinitionKey()));
    }

    private static Map<String, Object> answer(String taskKey) {
        String work = taskKey.replace("userTask_", "");
        return switch (taskKey) {
            case REVIEW_GATE -> Map.of("gateOutcome", "APPROVED");
            case "userTask_prepareHandoff" -> Map.of("handoffWhat", "The assets", "handoffWhere", "The shared folder");
            case "userTask_acceptHandoff" -> Map.of("handoffAccepted", true);
            case "userTask_giveAdvice" -> Map.of("advice", "Fine");
            case "userTask_makeDraft" -> Map.of("makeDraftResult", "The draft", "makeDraftLinks", "The shared folder");
            case "userTask_adjustDraft" -> Map.of("adjustment", "DONE");
            case "userTask_meetCondition" -> Map.of("conditionResult", "Done");
            default -> Map.of(work + "Result", "Result of " + work);
        };
    }

    /** Runs the jobs that merely continue a process, timers excepted. */
    protected void continueJobs(String key) {
        List<Job> jobs =
                engine.getManagementService().createJobQuery().messages().list();
        jobs.stream()
                .filter(job -> instanceIds(key).contains(job.getProcessInstanceId()))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** Runs the jobs that merely continue a process, and those that follow from them, until none is left. */
    protected void settle(String key) {
        for (int step = 0; step < MOST_STEPS && continuations(key) > 0; step++) {
            continueJobs(key);
        }
    }

    private long continuations(String key) {
        Set<String> instances = instanceIds(key);
        return engine.getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .count();
    }

    /** Something happens in the campaign: a handoff is sent. */
    protected void sendHandoff(String key) {
        tick();
        String handoff = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "handoff",
                        key,
                        Map.of("handoffId", "assets-to-sales", "handoffFrom", "marketing", "handoffTo", "sales"))
                .getId();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(handoff)
                .singleResult()
                .getId();
        engine.getTaskService().complete(task, Map.of("handoffWhat", "Assets", "handoffWhere", "Here"));
        tick();
    }

    /** The timers that are alive in a campaign, by the id of the event; the next one, where there are several. */
    protected Map<String, Instant> timers(String key) {
        return timerJobs(key).stream()
                .collect(Collectors.toMap(this::eventId, job -> job.getDuedate().toInstant(), (next, later) -> next));
    }

    /** Waits for a timer: moves the clock to when it is due, and fires it. */
    protected void fire(String key, String eventId) {
        Job job = timerJobs(key).stream()
                .filter(timer -> eventId(timer).equals(eventId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer " + eventId + " of " + key + ": " + timers(key)));
        moveTo(job.getDuedate().toInstant());
        engine.getManagementService().executeJob(job.getId());
    }

    private String eventId(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private List<Job> timerJobs(String key) {
        Set<String> instances = instanceIds(key);
        return engine.getManagementService().createJobQuery().timers().orderByJobDuedate().asc().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    /** Fires what is due in a campaign, one after the other, until nothing is; the clock stands still. */
    protected void runDueTimers(String key) {
        for (List<Job> due = dueTimers(key); !due.isEmpty(); due = dueTimers(key)) {
            engine.getManagementService().executeJob(due.get(0).getId());
        }
    }

    private List<Job> dueTimers(String key) {
        return timerJobs(key).stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(now()))
                .toList();
    }

    /** Climbs rungs until nothing more is due. */
    protected void climb(String key, int rungs) {
        for (int rung = 0; rung < rungs; rung++) {
            fire(key, timers(key).containsKey("event_firstRungDue") ? "event_firstRungDue" : "event_nextRungDue");
        }
    }

    /** Climbs the ladder of one wait among several. */
    protected void climb(Task waiting, int rungs) {
        for (int rung = 0; rung < rungs; rung++) {
            String block = waiting.getProcessInstanceId();
            Set<String> ladder =
                    engine
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .superProcessInstanceId(block)
                            .list()
                            .stream()
                            .map(ProcessInstance::getId)
                            .collect(Collectors.toSet());
            ladder.add(block);
            Job timer = engine.getManagementService().createJobQuery().timers().list().stream()
                    .filter(job -> ladder.contains(job.getProcessInstanceId()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing more to climb for " + waiting));
            moveTo(timer.getDuedate().toInstant());
            engine.getManagementService().executeJob(timer.getId());
        }
    }

    protected Set<String> instanceIds(String key) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    /** Who was told how gates were decided, the oldest first. */
    protected List<String> toldOfDecisions(String key) {
        List<String> told = noticeService.of(key, 1000).stream()
                .filter(notice -> notice.subject().equals(DECISION))
                .map(Notice::recipient)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(told);
        return told;
    }

    /** Who was told what else, the oldest first: {@code remind product}. */
    protected List<String> told(String key) {
        List<String> told = noticeService.of(key, 1000).stream()
                .filter(notice -> !notice.subject().equals(DECISION))
                .map(notice -> notice.subject() + " " + notice.recipient())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(told);
        return told;
    }

    protected List<Notice> notices(String key) {
        return noticeService.of(key, 1000);
    }

    protected List<Incident> incidents(String key) {
        Set<String> instances = instanceIds(key);
        return engine.getRuntimeService().createIncidentQuery().list().stream()
                .filter(incident -> instances.contains(incident.getProcessInstanceId()))
                .sorted(Comparator.comparing(Incident::getId))
                .toList();
    }

    protected Object local(Task task, String variable) {
        return engine.getTaskService().getVariableLocal(task.getId(), variable);
    }

    protected Set<String> candidates(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> "candidate".equals(link.getType()))
                .map(StillApplication::candidate)
                .collect(Collectors.toSet());
    }

    private static String candidate(IdentityLink link) {
        return link.getGroupId() == null ? "user:" + link.getUserId() : link.getGroupId();
    }
}
