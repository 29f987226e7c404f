package dev.convergence.responsibility;

import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A task of a campaign waits for groups that exist. Processes that have no part in campaigns are left alone. */
@Component
class CandidateGroupDeploymentRule implements DeploymentRule {

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate.processes().stream()
                .filter(process -> deploymentCandidate.takesPart(process) || AskedStepReader.anyIn(process))
                .flatMap(process ->
                        process.tasks().stream().flatMap(task -> findings(process, task, deploymentCandidate)))
                .toList();
    }

    private static Stream<Finding> findings(
            ProcessSource process, ProcessSource.Task task, DeploymentCandidate deploymentCandidate) {
        List<String> literals = GroupListParser.in(task.candidateGroups()).stream()
                .filter(group -> !ProcessSource.isExpression(task.candidateGroups()))
                .toList();
        return KnownGroupReader.unknown(literals, deploymentCandidate).stream()
                .map(group -> new Finding(process.file(), task.id(), KnownGroupReader.isUnknown(group)));
    }
}
