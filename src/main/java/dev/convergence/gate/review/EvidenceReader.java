package dev.convergence.gate.review;

import dev.convergence.engine.decision.DecisionTableEvaluator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The evidence of a gate: what the decision {@code gate-evidence} requires, and what the work before the gate has
 * provided of it in the processes around the gate.
 */
@Component
class EvidenceReader {

    private static final String DECISION = "gate-evidence";

    private final DecisionTableEvaluator decisions;

    EvidenceReader(DecisionTableEvaluator decisions) {
        this.decisions = decisions;
    }

    /** The items that a gate requires as the decision stands now, in its order. */
    List<EvidenceItem> required(String gate, String pattern) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("gate", gate);
        inputs.put("pattern", pattern);
        return decisions.evaluate(DECISION, inputs).stream()
                .map(EvidenceReader::item)
                .toList();
    }

    private static EvidenceItem item(Map<String, Object> rule) {
        List<String> fields = Arrays.stream(String.valueOf(rule.get("fields")).split(","))
                .map(String::strip)
                .toList();
        return new EvidenceItem((String) rule.get("item"), (String) rule.get("name"), fields);
    }

    /** What was provided of each item, the text and the link together; empty where nothing was. */
    static Map<EvidenceItem, Optional<String>> provided(List<EvidenceItem> items, DelegateExecution gate) {
        Map<EvidenceItem, Optional<String>> provided = new LinkedHashMap<>();
        Map<String, Object> values = valuesAround(gate, items);
        items.forEach(item -> provided.put(
                item,
                item.fields().stream()
                        .map(values::get)
                        .filter(value -> value != null && !value.toString().isBlank())
                        .map(Object::toString)
                        .reduce((text, link) -> text + "\n" + link)));
        return provided;
    }

    /** A gate that is called looks at its caller, a vote at the caller of its gate; the nearest value counts. */
    private static Map<String, Object> valuesAround(DelegateExecution gate, List<EvidenceItem> items) {
        List<String> fields =
                items.stream().flatMap(item -> item.fields().stream()).toList();
        Map<String, Object> values = new HashMap<>();
        DelegateExecution around = gate.getProcessInstance();
        while (around != null && !fields.isEmpty()) {
            for (String field : fields) {
                values.computeIfAbsent(field, around::getVariable);
            }
            around = around.getSuperExecution() == null || values.keySet().containsAll(fields)
                    ? null
                    : around.getSuperExecution().getProcessInstance();
        }
        return values;
    }
}
