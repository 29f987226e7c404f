package dev.convergence.campaign.alignment;

import dev.convergence.campaign.conflict.Conflict;
import dev.convergence.campaign.conflict.Conflicts;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.campaign.request.OpenCampaignReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.identity.SystemAuthority;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens and ends conflicts as the facts ask for it: at the end of the transaction that changed them, in it. Before, the
 * campaign may not yet stand where a message could reach it, and what has changed may change again.
 */
@Component
public class ConflictMonitor {

    private final AlignmentService alignmentService;
    private final ConflictTaskRepository open;
    private final ConflictWorkflow workflow;
    private final OpenCampaignReader campaigns;
    private final SystemAuthority system;

    ConflictMonitor(
            AlignmentService alignmentService,
            ConflictTaskRepository open,
            ConflictWorkflow workflow,
            OpenCampaignReader campaigns,
            SystemAuthority system) {
        this.alignmentService = alignmentService;
        this.open = open;
        this.workflow = workflow;
        this.campaigns = campaigns;
        this.system = system;
    }

    /** A campaign begins with this plan; it costs nothing where that is without conflict. */
    public void planned(DelegateExecution campaign, Plan plan, List<CampaignRequest.Touchpoint> touchpoints) {
        if (!alignmentService.conflicts(plan, touchpoints).isEmpty()) {
            factsChanged(campaign.getProcessInstanceId(), campaign.getProcessBusinessKey());
        }
    }

    /** A date or a touchpoint of the campaign has changed, or it has launched. */
    public void factsChanged(String campaignInstanceId, String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                system.run(() -> check(campaigns.withFacts(campaignInstanceId, key)));
            }
        });
    }

    private void check(CampaignContext campaign) {
        boolean launched = CampaignProcess.LAUNCHED_AT.find(campaign.values()).isPresent();
        List<ConflictTaskRepository.Open> standing = open.of(campaign.instanceId());
        if (launched) {
            standing.forEach(workflow::conflictLapsed);
        } else {
            compare(campaign, alignmentService.conflicts(campaign), standing);
        }
    }

    private void compare(CampaignContext campaign, Conflicts found, List<ConflictTaskRepository.Open> standing) {
        Set<String> known = new HashSet<>();
        for (ConflictTaskRepository.Open conflict : standing) {
            known.add(conflict.key());
            Optional<Conflict> still = found.find(conflict.key());
            still.filter(now -> !now.words().equals(conflict.words()))
                    .ifPresent(now -> workflow.conflictChanged(conflict, now));
            if (still.isEmpty()) {
                workflow.conflictResolved(campaign.key(), conflict);
            }
        }
        found.all().stream()
                .filter(conflict -> !known.contains(conflict.key()))
                .forEach(conflict -> workflow.conflictFound(campaign, conflict));
    }
}
