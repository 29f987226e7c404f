package dev.convergence.engine.deployment;

import dev.convergence.model.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;

/**
 * Some models break a rule; nothing was deployed. Answered as the engine answers what it cannot read itself: 400, each
 * problem with its file and element.
 */
final class RefusedModelsException extends ParseException {

    private static final long serialVersionUID = 1L;

    RefusedModelsException(List<Finding> findings) {
        this(byFile(findings));
    }

    private RefusedModelsException(Map<String, List<Finding>> findings) {
        super(message(findings), "", List.of(), List.of());
        resorceReports.clear();
        findings.forEach((file, all) -> resorceReports.add(new ResourceReportImpl(file, problems(all), List.of())));
    }

    private static Map<String, List<Finding>> byFile(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::file, LinkedHashMap::new, Collectors.toList()));
    }

    private static String message(Map<String, List<Finding>> findings) {
        return findings.entrySet().stream()
                .map(file -> "'" + file.getKey() + "' cannot be deployed: "
                        + file.getValue().stream().map(Finding::text).collect(Collectors.joining("; ")))
                .collect(Collectors.joining(". "));
    }

    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream().map(RefusedModelsException::problem).toList();
    }

    private static Problem problem(Finding finding) {
        return new ProblemImpl(finding.text(), null, finding.element());
    }
}
