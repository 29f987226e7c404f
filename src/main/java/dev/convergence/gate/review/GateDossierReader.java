package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateWorkReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Comment;
import org.springframework.stereotype.Component;

/** Gathers what a gate is decided on, each time somebody opens it. */
@Component
public class GateDossierReader {

    private final EvidenceReader evidenceReader;
    private final GateWorkReader work;
    private final TaskService tasks;

    GateDossierReader(EvidenceReader evidenceReader, GateWorkReader work, TaskService tasks) {
        this.evidenceReader = evidenceReader;
        this.work = work;
        this.tasks = tasks;
    }

    /** The matter of the gate that an execution is part of; the execution must know its gate. */
    public GateDossier of(DelegateExecution execution, CampaignContext campaign, List<GateReview> open) {
        List<EvidenceItem> required = evidenceReader.required(
                GateProcess.GATE_ID.get(execution), campaign.pattern().orElse(null));
        return new GateDossier(
                work.before(execution).version(),
                EvidenceReader.provided(required, execution).entrySet().stream()
                        .map(item -> new GateDossier.Item(
                                item.getKey().name(), item.getValue().orElse(null)))
                        .toList(),
                advice(execution, open));
    }

    private List<GateDossier.Advice> advice(DelegateExecution execution, List<GateReview> open) {
        String gate = GateProcess.VOTE_ON.find(execution).orElse(execution.getProcessInstanceId());
        List<Comment> comments = new ArrayList<>(tasks.getProcessInstanceComments(gate));
        open.forEach(review -> comments.addAll(tasks.getTaskComments(review.taskId())));
        return comments.stream()
                .sorted(Comparator.comparing(Comment::getTime))
                .map(comment -> new GateDossier.Advice(
                        comment.getTime().toInstant(), comment.getUserId(), comment.getFullMessage()))
                .distinct()
                .toList();
    }
}
