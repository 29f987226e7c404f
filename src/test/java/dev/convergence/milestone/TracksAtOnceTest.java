package dev.convergence.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convergence.OnPostgres;
import dev.convergence.RunningApplication;
import dev.convergence.draft.Draft;
import dev.convergence.draft.DraftReader;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many parallel campaigns while jobs run by themselves; all teams of a campaign answer at the same moment. */
@OnPostgres
class TracksAtOnceTest extends RunningApplication {

    private static final int CAMPAIGNS = 100;
    private static final int RACES = 20;
    private static final int OVER_HTTP = 5;
    private static final Duration IN_TIME = Duration.ofMinutes(3);

    private static final List<String> TRACKS = ParallelCampaign.TRACKS;
    private static final String WRITE_BRIEF = "userTask_writeBrief";
    private static final String MAKE_DRAFT = "userTask_makeDraft";
    private static final String ADJUST_DRAFT = "userTask_adjustDraft";
    private static final String ALIGN_LAUNCH = "userTask_alignLaunch";
    private static final String REACH_MILESTONE = "userTask_reachMilestone";
    private static final Map<String, Object> DRAFT =
            Map.of("makeDraftResult", "The draft", "makeDraftLinks", "The folder");
    private static final Map<String, Object> DONE = Map.of("adjustment", "DONE");
    private static final Map<String, Object> DECLARED =
            Map.of("milestoneAction", "REACHED", "milestoneComment", "We go on.");

    private final ExecutorService teams = Executors.newFixedThreadPool(TRACKS.size());
    private final List<Throwable> seenByUsers = new ArrayList<>();

    @Autowired
    private NoticeService noticeService;

    @Autowired
    private DraftReader draftReader;

    @AfterEach
    void sendTheTeamsHome() {
        teams.shutdownNow();
    }

    @Test
    void noTeamSeesAnErrorAndNoMilestoneIsMissedOrReachedTwice() {
        List<String> campaigns = begin("crowd", CAMPAIGNS);

        campaigns(campaigns, MAKE_DRAFT).values().forEach(tasks -> atOnce(answers(tasks, DRAFT)));
        campaigns(campaigns, ADJUST_DRAFT).values().forEach(tasks -> atOnce(answers(tasks, DONE)));

        assertAligned(campaigns);
    }

    @Test
    void norDoesWhoeverAnswersOverHttp() {
        List<String> campaigns = begin("remote", OVER_HTTP);

        campaigns(campaigns, MAKE_DRAFT)
                .values()
                .forEach(
                        tasks -> atOnce(
                                posts(
                                        tasks,
                                        """
                                {"variables": {"makeDraftResult": {"value": "The draft"}, "makeDraftLinks": {"value": "The folder"}}}""")));
        campaigns(campaigns, ADJUST_DRAFT)
                .values()
                .forEach(tasks -> atOnce(
                        posts(tasks, """
                        {"variables": {"adjustment": {"value": "DONE"}}}""")));

        assertAligned(campaigns);
    }

    @Test
    void aTrackThatArrivesWhileTheMilestoneIsDeclaredReachedIsNotLeftBehind() {
        List<String> campaigns = begin("race", RACES);
        Map<String, List<Task>> milestones = open(campaigns.get(0), REACH_MILESTONE);
        campaigns(campaigns, MAKE_DRAFT).forEach((key, tasks) -> {
            List<Callable<Void>> answers = answers(tasks.subList(0, 2), DRAFT);
            answers.addAll(answers(draftsConverged(milestones.get(key)), DECLARED));
            atOnce(answers);
        });
        await().atMost(IN_TIME).untilAsserted(() -> assertThat(open(campaigns.get(0), ADJUST_DRAFT))
                .hasSize(RACES)
                .allSatisfy((key, tasks) -> assertThat(tasks).as(key).hasSize(2)));
        assertThat(seenByUsers).isEmpty();
    }

    /** Every campaign comes to the alignment; both milestones are told once to every team; nothing has failed. */
    private void assertAligned(List<String> campaigns) {
        campaigns(campaigns, ALIGN_LAUNCH, 1);
        assertThat(seenByUsers).isEmpty();
        assertThat(campaigns).allSatisfy(key -> {
            assertReachedOnce(key, "drafts-converged");
            assertReachedOnce(key, "final-converged");
            assertThat(draftReader.of(key))
                    .extracting(Draft::track, Draft::version)
                    .containsExactlyInAnyOrderElementsOf(TRACKS.stream()
                            .map(track -> org.assertj.core.groups.Tuple.tuple(track, 1))
                            .toList());
        });
        Map<String, String> instances = instances(prefix(campaigns.get(0)));
        assertThat(engine.getRuntimeService().createIncidentQuery().list())
                .filteredOn(incident -> instances.containsKey(incident.getProcessInstanceId()))
                .isEmpty();
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .noRetriesLeft()
                        .list())
                .filteredOn(job -> instances.containsKey(job.getProcessInstanceId()))
                .isEmpty();
    }

    private void assertReachedOnce(String key, String milestone) {
        List<Notice> told = noticeService.of(key, 1000).stream()
                .filter(notice -> notice.about().equals(milestone))
                .toList();
        assertThat(told)
                .as(milestone + " of " + key)
                .filteredOn(notice -> notice.text().endsWith("is reached: everyone has arrived."))
                .isNotEmpty()
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrderElementsOf(told.stream()
                        .filter(notice -> notice.text().contains(" is due "))
                        .map(Notice::recipient)
                        .toList());
    }

    /** Starts campaigns and writes their briefs. */
    private List<String> begin(String name, int count) {
        List<String> keys = IntStream.range(0, count)
                .mapToObj(number -> "at-once-" + name + "-" + number)
                .toList();
        inTurns(keys.stream().map(this::start).toList());
        campaigns(keys, WRITE_BRIEF, 1).values().forEach(tasks -> inTurns(answers(tasks, Map.of())));
        return keys;
    }

    private Callable<Void> start(String key) {
        Map<String, Object> variables = Map.of(
                "campaignName", key, "campaignType", "product-launch", "priority", "normal", "pattern", "parallel");
        return () -> {
            engine.getRuntimeService().startProcessInstanceByKey("campaign", key, variables);
            return null;
        };
    }

    private List<Callable<Void>> answers(List<Task> tasks, Map<String, Object> answer) {
        return tasks.stream()
                .map(task -> (Callable<Void>) () -> {
                    engine.getTaskService().complete(task.getId(), answer);
                    return null;
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Callable<Void>> posts(List<Task> tasks, String answer) {
        return tasks.stream()
                .map(task -> (Callable<Void>) () -> {
                    var reply = post("admin", "/engine-rest/task/" + task.getId() + "/complete", answer);
                    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(204);
                    return null;
                })
                .toList();
    }

    /** None begins before all are ready to. */
    private void atOnce(List<Callable<Void>> steps) {
        CyclicBarrier start = new CyclicBarrier(steps.size());
        inTurns(steps.stream().map(step -> behind(start, step)).toList());
    }

    private static Callable<Void> behind(CyclicBarrier start, Callable<Void> step) {
        return () -> {
            start.await();
            return step.call();
        };
    }

    private void inTurns(List<Callable<Void>> steps) {
        try {
            for (Future<Void> step : teams.invokeAll(steps)) {
                note(step);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void note(Future<Void> step) throws InterruptedException {
        try {
            step.get();
        } catch (ExecutionException failure) {
            seenByUsers.add(failure.getCause());
        }
    }

    private Map<String, List<Task>> campaigns(List<String> keys, String taskKey) {
        return campaigns(keys, taskKey, TRACKS.size());
    }

    /** The open tasks of this kind by campaign, once each campaign has as many. */
    private Map<String, List<Task>> campaigns(List<String> keys, String taskKey, int each) {
        await().atMost(IN_TIME).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> assertThat(
                        open(keys.get(0), taskKey))
                .as(() -> "open " + taskKey + "; users saw " + seenByUsers)
                .hasSize(keys.size())
                .allSatisfy((key, tasks) -> assertThat(tasks).as(key).hasSize(each)));
        return open(keys.get(0), taskKey);
    }

    private Map<String, List<Task>> open(String oneKey, String taskKey) {
        Map<String, String> instances = instances(prefix(oneKey));
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(taskKey).list().stream()
                .filter(task -> instances.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.groupingBy(
                        task -> instances.get(task.getProcessInstanceId()), TreeMap::new, Collectors.toList()));
    }

    /** The campaigns' running instances, and the keys of their campaigns. */
    private Map<String, String> instances(String prefix) {
        Map<String, String> instances = new HashMap<>();
        for (ProcessInstance instance :
                engine.getRuntimeService().createProcessInstanceQuery().list()) {
            if (instance.getBusinessKey() != null && instance.getBusinessKey().startsWith(prefix)) {
                instances.put(instance.getId(), instance.getBusinessKey());
            }
        }
        return instances;
    }

    private static String prefix(String key) {
        return key.substring(0, key.lastIndexOf('-') + 1);
    }

    private List<Task> draftsConverged(List<Task> milestones) {
        return milestones.stream()
                .filter(task -> "drafts-converged"
                        .equals(engine.getTaskService().getVariableLocal(task.getId(), "milestoneId")))
                .toList();
    }
}
