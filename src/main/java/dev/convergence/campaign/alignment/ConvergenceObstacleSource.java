package dev.convergence.campaign.alignment;

import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.gate.ApprovalObstacleSource;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** No campaign converges whose touchpoints contradict each other. One query, where they do not. */
@Component
public class ConvergenceObstacleSource implements ApprovalObstacleSource {

    /** In every pattern: the last gate before the launch. */
    public static final String CONVERGENCE_GATE = "convergence";

    private final ConflictTaskRepository conflicts;

    ConvergenceObstacleSource(ConflictTaskRepository conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public String gate() {
        return CONVERGENCE_GATE;
    }

    @Override
    public List<String> against(DelegateExecution gate) {
        return conflicts.of(gate.getProcessBusinessKey(), ConflictKind.MESSAGE).stream()
                .map(ConflictTaskRepository.Open::message)
                .toList();
    }
}
