package dev.convergence.proposal;

import dev.convergence.context.CampaignContext;
import dev.convergence.context.RecordedCampaignRepository;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.problem.NotFoundException;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Proposals over HTTP. Every signed-in person may read them; teams, campaign managers and sponsors make them, outside of
 * retrospectives as well.
 */
@RestController
@RequestMapping("/api/campaigns/{key}/proposals")
class ProposalController {

    private static final String PROPOSERS = "teams, campaign managers and sponsors";

    private final ProposalRepository proposals;
    private final ProposalWorkflow workflow;
    private final RecordedCampaignRepository campaigns;
    private final SystemAuthority system;

    ProposalController(
            ProposalRepository proposals,
            ProposalWorkflow workflow,
            RecordedCampaignRepository campaigns,
            SystemAuthority system) {
        this.proposals = proposals;
        this.workflow = workflow;
        this.campaigns = campaigns;
        this.system = system;
    }

    /** Lists what was proposed to change, the newest first. */
    @GetMapping
    ResponseEntity<List<ProposalView>> proposals(@PathVariable String key, PageRequest page) {
        return page.of(system.call(() -> proposals.of(campaign(key).key()))).answer();
    }

    /** Proposes a change of rules or models to the process owners. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProposalView proposeChange(
            @PathVariable String key, @Valid @RequestBody ProposalRequest request, CurrentUser user) {
        Proposer proposer = Proposer.of(user.id(), user.groups());
        if (!proposer.mayPropose()) {
            throw new ForbiddenException(PROPOSERS);
        }
        CampaignContext campaign = system.call(() -> campaign(key));
        String id = workflow.changeProposed(campaign, request.proposal(), proposer);
        return system.call(() -> proposals.of(key)).stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CampaignContext campaign(String key) {
        return campaigns.find(key).orElseThrow(() -> new NotFoundException("Campaign", key));
    }
}
