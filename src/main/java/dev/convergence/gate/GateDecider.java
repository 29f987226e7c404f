package dev.convergence.gate;

import java.io.Serializable;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Who has decided a gate, and how; handed on to what follows in the same transaction. A value that no model can make or
 * change: a text could name anybody.
 *
 * @param gate the process instance of the gate
 * @param by in words; null where the application decides
 */
public record GateDecider(String gate, String outcome, String by) implements Serializable {

    public boolean hasDecided(DelegateExecution other) {
        return gate.equals(other.getProcessInstanceId())
                && GateProcess.GATE_OUTCOME.find(other).filter(outcome::equals).isPresent();
    }
}
