package dev.convergence.gate.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.escalation.wait.Quorum;
import dev.convergence.gate.GateProcess;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What a gate asks for beyond one person's decision, as the decisions said when it opened. A gate that asks for nothing
 * more has none stored.
 *
 * @param evidence the items without which it cannot be approved
 * @param informed the groups that are told once it is decided
 * @param conditionsOpen whether conditions had been set on the campaign by then
 * @param quorum how many of the accountable group must agree
 * @param veto whether one objection ends a vote
 */
public record GateTerms(
        List<String> evidence, List<String> informed, boolean conditionsOpen, Quorum quorum, boolean veto) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GateTerms PLAIN = new GateTerms(List.of(), List.of(), false, Quorum.ANY, false);

    static GateTerms of(VariableScope gate) {
        return GateProcess.GATE_TERMS.find(gate).map(GateTerms::read).orElse(PLAIN);
    }

    static GateTerms of(Map<String, ?> gate) {
        return GateProcess.GATE_TERMS.find(gate).map(GateTerms::read).orElse(PLAIN);
    }

    /** Whether the gate asks for nothing beyond a decision. */
    @JsonIgnore
    boolean isPlain() {
        return equals(PLAIN);
    }

    void store(VariableScope gate) {
        if (!isPlain()) {
            GateProcess.GATE_TERMS.set(gate, write());
        }
    }

    private static GateTerms read(String json) {
        try {
            return JSON.readValue(json, GateTerms.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("gateTerms is unreadable: " + json, unreadable);
        }
    }

    private String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
