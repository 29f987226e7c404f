package dev.convergence.proposal;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.identity.SystemAuthority;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the process of a proposal. It has the campaign's key, and outlives the campaign. */
@Component
class ProposalWorkflow {

    private final RuntimeService runtime;
    private final ProposalNotifier notices;
    private final SystemAuthority system;
    private final Clock clock;

    ProposalWorkflow(RuntimeService runtime, ProposalNotifier notices, SystemAuthority system, Clock clock) {
        this.runtime = runtime;
        this.notices = notices;
        this.system = system;
        this.clock = clock;
    }

    /** @return the proposal's id */
    @Transactional
    public String changeProposed(CampaignContext campaign, Proposal proposal, Proposer proposer) {
        String id = system.call(() -> runtime.startProcessInstanceByKey(
                        ProposalProcess.KEY, campaign.key(), values(campaign, proposal, proposer))
                .getId());
        notices.proposed(campaign, proposal, proposer);
        return id;
    }

    private Map<String, Object> values(CampaignContext campaign, Proposal proposal, Proposer proposer) {
        Map<String, Object> values = new HashMap<>();
        values.put(CampaignContext.NAME.name(), campaign.name());
        campaign.pattern().ifPresent(pattern -> values.put(CampaignContext.PATTERN.name(), pattern));
        values.put(ProposalProcess.PROPOSAL_DECISION.name(), proposal.target().id());
        values.put(ProposalProcess.PROPOSAL_WHAT.name(), proposal.what());
        values.put(ProposalProcess.PROPOSAL_WHY.name(), proposal.why());
        values.put(ProposalProcess.PROPOSED_BY.name(), proposer.user());
        values.put(ProposalProcess.PROPOSED_FOR.name(), String.join(",", proposer.groups()));
        values.put(ProposalProcess.PROPOSED_IN.name(), proposer.meeting());
        values.put(ProposalProcess.PROPOSED_AT.name(), Date.from(clock.instant()));
        return values;
    }
}
