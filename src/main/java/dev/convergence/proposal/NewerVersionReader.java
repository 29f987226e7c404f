package dev.convergence.proposal;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** What was deployed after a proposal was made. */
@Component
class NewerVersionReader {

    private final RepositoryService repository;

    NewerVersionReader(RepositoryService repository) {
        this.repository = repository;
    }

    /** The newest version that was deployed later than a moment, in words; empty where none was. */
    Optional<String> since(ProposalTarget target, Instant moment) {
        Date since = Date.from(moment);
        return target == ProposalTarget.MODEL ? model(since) : decision(target.id(), since);
    }

    private Optional<String> decision(String id, Date since) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(id)
                .deployedAfter(since)
                .orderByDecisionDefinitionVersion()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(NewerVersionReader::inWords);
    }

    /** A process, or else whatever was deployed: a proposal about a model may end with a form. */
    private Optional<String> model(Date since) {
        return repository
                .createProcessDefinitionQuery()
                .deployedAfter(since)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(NewerVersionReader::inWords)
                .or(() -> deployment(since));
    }

    private Optional<String> deployment(Date since) {
        List<Deployment> newest = repository
                .createDeploymentQuery()
                .deploymentAfter(since)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        return newest.stream().findFirst().map(deployment -> "deployment “" + deployment.getName() + "”");
    }

    private static String inWords(DecisionDefinition decision) {
        return decision.getKey() + " version " + decision.getVersion();
    }

    private static String inWords(ProcessDefinition process) {
        return process.getKey() + " version " + process.getVersion();
    }
}
