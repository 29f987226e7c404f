package dev.convergence.milestone;

import dev.convergence.context.CallParameterReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.responsibility.Responsibility;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * The teams that depend on a milestone: those of every track that the pattern draws beside it, and whom the
 * responsibility matrix names for it. A team that a process owner adds to the pattern is among them.
 */
@Component
class DependentTeamReader {

    private final ResponsibilityMatrixDecision matrix;
    private final CampaignContext.Reader campaigns;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    DependentTeamReader(
            ResponsibilityMatrixDecision matrix,
            CampaignContext.Reader campaigns,
            RuntimeService runtime,
            RepositoryService repository) {
        this.matrix = matrix;
        this.campaigns = campaigns;
        this.runtime = runtime;
        this.repository = repository;
    }

    List<String> of(DelegateExecution milestone) {
        DelegateExecution caller = milestone.getProcessInstance().getSuperExecution();
        return of(
                MilestoneProcess.MILESTONE_ID.get(milestone),
                campaigns.of(milestone),
                caller == null ? null : caller.getProcessDefinitionId());
    }

    List<String> of(String blockId) {
        ProcessInstance block =
                runtime.createProcessInstanceQuery().processInstanceId(blockId).singleResult();
        ProcessInstance caller = runtime.createProcessInstanceQuery()
                .subProcessInstanceId(blockId)
                .singleResult();
        return of(
                (String) runtime.getVariable(blockId, MilestoneProcess.MILESTONE_ID.name()),
                campaigns.of(block.getRootProcessInstanceId(), block.getBusinessKey()),
                caller == null ? null : caller.getProcessDefinitionId());
    }

    private List<String> of(String milestone, CampaignContext campaign, String callerDefinition) {
        String pattern = campaign.pattern().orElse(null);
        Responsibility roles = matrix.of(milestone, pattern);
        Set<String> teams = new LinkedHashSet<>(roles.responsible());
        teams.add(roles.accountable());
        tracks(callerDefinition).forEach(track -> {
            Responsibility ofTrack = matrix.of(track, pattern);
            teams.addAll(ofTrack.responsible());
            teams.addAll(ofTrack.consulted());
        });
        teams.addAll(roles.consulted());
        teams.addAll(roles.informed());
        return List.copyOf(teams);
    }

    private List<String> tracks(String callerDefinition) {
        if (callerDefinition == null) {
            return List.of();
        }
        BpmnModelInstance model = repository.getBpmnModelInstance(callerDefinition);
        return CallParameterReader.passedIn(model, CampaignContext.TRACK_ID);
    }
}
