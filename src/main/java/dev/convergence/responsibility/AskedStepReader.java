package dev.convergence.responsibility;

import dev.convergence.model.ProcessSource;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What expressions ask of {@link ResponsibilityResolver}, as far as they name the task in a literal. */
@Component
class AskedStepReader implements HumanStepReader {

    private static final Pattern QUESTION = Pattern.compile(
            "\\b" + ResponsibilityResolver.NAME + "\\s*\\.\\s*\\w+\\s*\\(\\s*\\w+\\s*,\\s*['\"]([^'\"]*)['\"]\\s*\\)");
    private static final Pattern BEAN = Pattern.compile("\\b" + ResponsibilityResolver.NAME + "\\s*\\.");

    @Override
    public List<Step> in(ProcessSource process) {
        return process.texts().stream()
                .flatMap(text -> QUESTION.matcher(text.text())
                        .results()
                        .map(question -> new Step(text.element(), question.group(1))))
                .toList();
    }

    /** Whether a process asks for anything at all. */
    static boolean anyIn(ProcessSource process) {
        return process.texts().stream()
                .anyMatch(text -> BEAN.matcher(text.text()).find());
    }
}
