package dev.convergence.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.StillApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** A parallel campaign and what its tracks do, in the words of a test. */
abstract class ParallelCampaign extends StillApplication {

    static final List<String> TRACKS = List.of("product-track", "marketing-track", "sales-track", "analytics-track");

    final String key = newKey();

    /** Starts a parallel campaign and writes its brief. */
    void begin() {
        begin(Map.of());
    }

    void begin(Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(Map.of("pattern", "parallel"));
        all.putAll(variables);
        startCampaign(key, all);
        complete(key, "userTask_writeBrief", Map.of());
        settle(key);
    }

    /** The open task of a track; empty where it waits or has ended. */
    Optional<Task> at(String track) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("track")
                .processVariableValueEquals("trackId", track)
                .list()
                .stream()
                .findFirst();
    }

    void makeDraft(String track) {
        answer(track, Map.of("makeDraftResult", "Draft of " + track, "makeDraftLinks", "The folder"));
    }

    void everyoneMakesADraft() {
        TRACKS.forEach(this::makeDraft);
    }

    void share(String track, String changes) {
        answer(
                track,
                Map.of(
                        "adjustment",
                        "SHARE",
                        "adjustDraftResult",
                        "Next draft of " + track,
                        "adjustDraftLinks",
                        "The folder",
                        "draftChanges",
                        changes));
    }

    void finish(String track) {
        answer(track, Map.of("adjustment", "DONE"));
    }

    /** Ends a track whose work stands, also with the newer drafts. */
    void standBy(String track) {
        answer(track, Map.of("adjustment", "DONE", "newerDraftsAcknowledged", true));
    }

    void answer(String track, Map<String, Object> answer) {
        tick();
        engine.getTaskService().complete(at(track).orElseThrow().getId(), answer);
        settle(key);
    }

    Task milestone(String id) {
        return milestones(id).stream().findFirst().orElseThrow(() -> new AssertionError(id + " is not open"));
    }

    List<Task> milestones(String id) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("userTask_reachMilestone")
                .taskVariableValueEquals("milestoneId", id)
                .list();
    }

    void seeTo(String milestone, Map<String, Object> answer) {
        tick();
        engine.getTaskService().complete(milestone(milestone).getId(), answer);
        settle(key);
    }

    ProcessInstance pattern() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("parallel-convergence")
                .singleResult();
    }

    void assertOpen(String... taskKeys) {
        assertThat(tasks(key)).extracting(Task::getTaskDefinitionKey).containsExactlyInAnyOrder(taskKeys);
    }

    /** The teams that were told, since the last time that this was asked, something about a milestone. */
    List<String> toldAbout(String milestone, String subject) {
        return notices(key).stream()
                .filter(notice ->
                        notice.about().equals(milestone) && notice.subject().equals(subject))
                .map(notice -> notice.recipient())
                .toList();
    }
}
