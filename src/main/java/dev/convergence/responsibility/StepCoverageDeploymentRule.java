package dev.convergence.responsibility;

import dev.convergence.context.CampaignContext;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every human step finds a rule in the matrix: those that are deployed now in the one that will count, and those that
 * were deployed before in a new one.
 */
@Component
class StepCoverageDeploymentRule implements DeploymentRule {

    private final List<HumanStepReader> steps;

    StepCoverageDeploymentRule(List<HumanStepReader> steps) {
        this.steps = steps;
    }

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return Stream.concat(ofProcesses(deploymentCandidate), ofMatrix(deploymentCandidate))
                .toList();
    }

    private Stream<Finding> ofProcesses(DeploymentCandidate deploymentCandidate) {
        Optional<DecisionSource.Table> matrix = deploymentCandidate
                .decision(ResponsibilityMatrixDecision.DECISION)
                .flatMap(DecisionSource::table);
        return deploymentCandidate.processes().stream().flatMap(process -> uncovered(process, matrix)
                .map(step -> new Finding(
                        process.file(),
                        step.element(),
                        "asks for '" + step.task() + "', for which " + ResponsibilityMatrixDecision.DECISION
                                + " has no rule")));
    }

    private Stream<Finding> ofMatrix(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(ResponsibilityMatrixDecision.DECISION)
                .filter(table -> !coversAll(table))
                .flatMap(table -> deploymentCandidate.otherProcesses().stream()
                        .flatMap(process -> uncovered(process, Optional.of(table))
                                .map(step -> new Finding(
                                        table.file(),
                                        table.id(),
                                        "has no rule for '" + step.task() + "', for which "
                                                + step.element() + " of the deployed process " + process.id()
                                                + " asks"))));
    }

    private static boolean coversAll(DecisionSource.Table table) {
        return table.rules().stream()
                .anyMatch(rule -> rule.inputs().values().stream().allMatch(DecisionSource.Cell::isEmpty));
    }

    private Stream<HumanStepReader.Step> uncovered(ProcessSource process, Optional<DecisionSource.Table> matrix) {
        return steps.stream()
                .flatMap(kind -> kind.in(process).stream())
                .filter(step -> matrix.stream()
                        .flatMap(table -> table.rules().stream())
                        .noneMatch(rule -> new MatrixRow(rule).fits(step.task(), pattern(process))))
                .distinct();
    }

    /** Only a process that draws a pattern knows beforehand in which one it runs. */
    private static Optional<String> pattern(ProcessSource process) {
        int length = process.id().length() - CampaignContext.PATTERN_SUFFIX.length();
        return process.id().endsWith(CampaignContext.PATTERN_SUFFIX)
                ? Optional.of(process.id().substring(0, length))
                : Optional.empty();
    }
}
