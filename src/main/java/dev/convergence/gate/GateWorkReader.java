package dev.convergence.gate;

import dev.convergence.engine.task.DoneTask;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WorkUnderReviewReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * The work that a gate reviews: what was done before it in the process that calls it, in the stage to which the gate
 * belongs; everything that was done there, where the model names no stage. Where the model names the stages that the gate
 * reviews, what was done in the processes that they call counts as well, such as a track. A handoff passes on work that
 * was reviewed before. One query; one more where there was work in such processes.
 */
@Component
public class GateWorkReader implements WorkUnderReviewReader {

    private final HistoryService history;
    private final GateCallRepository calls;
    private final List<ContributorSource> contributors;

    GateWorkReader(HistoryService history, GateCallRepository calls, List<ContributorSource> contributors) {
        this.history = history;
        this.calls = calls;
        this.contributors = contributors;
    }

    @Override
    public StallKind kind() {
        return StallKind.STALLED_GATE;
    }

    @Override
    public Set<String> doneBy(String gate) {
        return calls.of(gate).map(this::of).orElse(ReviewedWork.NONE).doers();
    }

    public ReviewedWork before(DelegateExecution gate) {
        return GateCall.of(gate).map(this::of).orElse(ReviewedWork.NONE);
    }

    private ReviewedWork of(GateCall call) {
        List<HistoricTaskInstance> finished = history.createHistoricTaskInstanceQuery()
                .rootProcessInstanceId(call.root())
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list();
        List<DoneTask> done = Stream.concat(DoneTask.among(finished), DoneTask.justNow())
                .filter(task -> call.root().equals(task.root()))
                .filter(GateWorkReader::isWork)
                .toList();
        Map<String, HistoricActivityInstance> called = called(call, done);
        return new ReviewedWork(completions(call, called, finished), doers(call, called.keySet(), done));
    }

    /** The calls of the reviewed stages, by the process instance that they called; none where no work was done in another. */
    private Map<String, HistoricActivityInstance> called(GateCall call, List<DoneTask> done) {
        boolean elsewhere = done.stream()
                .map(DoneTask::instance)
                .anyMatch(instance -> !instance.equals(call.instance()) && !instance.equals(call.root()));
        if (!elsewhere || call.reviews().isEmpty()) {
            return Map.of();
        }
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(call.instance())
                .activityType(ActivityTypes.CALL_ACTIVITY)
                .list()
                .stream()
                .filter(activity -> activity.getCalledProcessInstanceId() != null)
                .filter(activity -> call.isReviewed(activity.getActivityId()))
                .collect(Collectors.toMap(
                        HistoricActivityInstance::getCalledProcessInstanceId,
                        activity -> activity,
                        (one, same) -> one));
    }

    private static List<HistoricTaskInstance> completions(
            GateCall call, Map<String, HistoricActivityInstance> called, List<HistoricTaskInstance> finished) {
        List<HistoricTaskInstance> completions = new ArrayList<>();
        finished.stream()
                .filter(task -> called.containsKey(task.getProcessInstanceId()))
                .filter(task -> called.get(task.getProcessInstanceId()).getEndTime() != null)
                .forEach(completions::add);
        finished.stream()
                .filter(task -> task.getProcessInstanceId().equals(call.instance()))
                .filter(task -> call.isReviewed(task.getTaskDefinitionKey()))
                .forEach(completions::add);
        return completions;
    }

    private Set<String> doers(GateCall call, Set<String> called, List<DoneTask> done) {
        List<DoneTask> elsewhere =
                done.stream().filter(task -> called.contains(task.instance())).toList();
        Set<String> doers = done.stream()
                .filter(task -> elsewhere.contains(task) || isOwn(task, call))
                .flatMap(DoneTask::people)
                .collect(Collectors.toCollection(HashSet::new));
        contributors.stream()
                .filter(others -> elsewhere.stream().map(DoneTask::processKey).anyMatch(others.processKey()::equals))
                .forEach(others -> doers.addAll(others.of(call.campaign())));
        return doers;
    }

    private static boolean isOwn(DoneTask task, GateCall call) {
        return task.instance().equals(call.instance()) && call.isReviewed(task.taskKey());
    }

    /** Answers to what waits, and advice, are given on work, and are none. */
    private static boolean isWork(DoneTask task) {
        return !StallKind.isAnyTask(task.taskKey()) && !GateProcess.GIVE_ADVICE.equals(task.taskKey());
    }
}
