package dev.convergence.gate.review;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import java.util.Map;
import java.util.Set;

/** The rules of a decision on a gate. */
final class GateDecision {

    private GateDecision() {}

    /**
     * Checks what a reviewer sent.
     *
     * @param answers the variables of the review
     * @throws Refusal naming the variable and the reason
     */
    static GateOutcome check(Map<String, ?> answers) {
        GateOutcome outcome = outcome(answers);
        refuseUnmetChecks(outcome, ConvergenceCheckReader.unmet(answers));
        if (outcome.needsComment()) {
            TextValidator.require(GateProcess.GATE_COMMENT, answers, "say why the gate is " + outcome);
        }
        if (outcome == GateOutcome.APPROVED_WITH_CONDITIONS) {
            TextValidator.require(GateProcess.GATE_CONDITIONS, answers, "name what must still be done");
        }
        TextValidator.optional(GateProcess.GATE_COMMENT, answers);
        TextValidator.optional(GateProcess.GATE_CONDITIONS, answers);
        return outcome;
    }

    private static GateOutcome outcome(Map<String, ?> answers) {
        String name = GateProcess.GATE_OUTCOME
                .find(answers)
                .orElseThrow(
                        () -> new RefusalException(GateProcess.GATE_OUTCOME.name(), "is missing: choose an outcome"));
        return GateOutcome.named(name)
                .orElseThrow(() -> new RefusalException(
                        GateProcess.GATE_OUTCOME.name(),
                        "must be one of APPROVED, APPROVED_WITH_CONDITIONS, SENT_BACK, STOPPED"));
    }

    private static void refuseUnmetChecks(GateOutcome outcome, Set<String> unmet) {
        if (outcome.approves() && !unmet.isEmpty()) {
            throw new RefusalException(
                    GateProcess.GATE_OUTCOME.name(),
                    "cannot be " + outcome + " while a check is not met: " + String.join(", ", unmet));
        }
    }
}
