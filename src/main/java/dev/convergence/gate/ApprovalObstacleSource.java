package dev.convergence.gate;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a campaign itself holds against the approval of one of its gates. */
public interface ApprovalObstacleSource {

    /** The id of the gate. No other gate is asked, or pays, for it. */
    String gate();

    /** What stands in the way, each in words; empty where nothing does. */
    List<String> against(DelegateExecution gate);
}
