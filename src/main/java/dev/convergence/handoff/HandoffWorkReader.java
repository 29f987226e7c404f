package dev.convergence.handoff;

import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WorkUnderReviewReader;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** What a receiver looks at: the handoff as it was prepared, in all rounds. One query. */
@Component
class HandoffWorkReader implements WorkUnderReviewReader {

    private final HistoryService history;

    HandoffWorkReader(HistoryService history) {
        this.history = history;
    }

    @Override
    public StallKind kind() {
        return StallKind.DROPPED_HANDOFF;
    }

    @Override
    public Set<String> doneBy(String handoff) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(handoff)
                .taskDefinitionKey(HandoffProcess.PREPARE_HANDOFF)
                .finished()
                .list()
                .stream()
                .filter(task -> TaskAuthorReader.COMPLETED.equals(task.getDeleteReason()))
                .flatMap(task -> Stream.of(task.getAssignee(), task.getOwner()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
