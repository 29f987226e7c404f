package dev.convergence.responsibility;

import dev.convergence.model.Candidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A task of a campaign waits for groups that exist. Processes that have no part in campaigns are left alone. */
@Component
class CandidateGroups implements DeploymentRule {

    @Override
    public List<Finding> findings(Candidate candidate) {
        return candidate.processes().stream()
                .filter(process -> candidate.takesPart(process) || AskedSteps.anyIn(process))
                .flatMap(process -> process.tasks().stream().flatMap(task -> findings(process, task, candidate)))
                .toList();
    }

    private static Stream<Finding> findings(ProcessSource process, ProcessSource.Task task, Candidate candidate) {
        List<String> literals = GroupList.in(task.candidateGroups()).stream()
                .filter(group -> !ProcessSource.isExpression(task.candidateGroups()))
                .toList();
        return KnownGroups.unknown(literals, candidate).stream()
                .map(group -> new Finding(process.file(), task.id(), KnownGroups.isUnknown(group)));
    }
}
