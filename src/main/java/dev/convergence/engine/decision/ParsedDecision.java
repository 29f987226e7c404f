package dev.convergence.engine.decision;

import dev.convergence.model.DecisionSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One version of a decision table, with the answers that it has given: they hang on the inputs alone. */
final class ParsedDecision {

    private static final int MOST_ANSWERS = 10_000;

    private final String version;
    private final DecisionSource.Table source;
    private final Function<Map<String, Object>, List<Map<String, Object>>> evaluation;
    private final Map<Map<String, Object>, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    ParsedDecision(
            String version,
            DecisionSource.Table source,
            Function<Map<String, Object>, List<Map<String, Object>>> evaluation) {
        this.version = version;
        this.source = source;
        this.evaluation = evaluation;
    }

    String version() {
        return version;
    }

    List<Map<String, Object>> evaluate(Map<String, Object> inputs) {
        List<Map<String, Object>> known = answers.get(inputs);
        return known == null ? remember(inputs, evaluation.apply(inputs)) : known;
    }

    /** Strange inputs do not fill the memory; those that come often are soon back. */
    private List<Map<String, Object>> remember(Map<String, Object> inputs, List<Map<String, Object>> answer) {
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        answers.put(Map.copyOf(inputs), answer);
        return answer;
    }

    List<String> inputs(String column) {
        return source.rules().stream()
                .flatMap(rule -> rule.input(column).literal().stream())
                .toList();
    }
}
