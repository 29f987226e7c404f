package dev.convergence.proposal;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import dev.convergence.people.GroupCatalog;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The proposal on the form on which it is weighed, as rows of a table: people wrote it. */
@Component
class ProposalDossierSection implements DossierSection {

    private final WorkingCalendarRegistry calendars;

    ProposalDossierSection(WorkingCalendarRegistry calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "proposal";
    }

    @Override
    public Object of(DelegateExecution execution, CampaignContext campaign) {
        return ProposalProcess.WEIGH_PROPOSAL.equals(execution.getCurrentActivityId()) ? rows(execution) : List.of();
    }

    private List<Map<String, String>> rows(DelegateExecution execution) {
        Proposal proposal = Proposal.in(execution.getVariables());
        return List.of(
                row("Change of", proposal.target().inWords()),
                row("What", proposal.what()),
                row("Why", proposal.why()),
                row("Proposed by", ProposalProcess.PROPOSED_BY.find(execution).orElse("")),
                row("Proposed in", ProposalProcess.PROPOSED_IN.find(execution).orElse("no meeting")),
                row(
                        "Proposed on",
                        WallTimeFormatter.of(
                                ProposalProcess.PROPOSED_AT.get(execution).toInstant(),
                                calendars.ofGroup(GroupCatalog.PROCESS_OWNERS).zone())));
    }

    private static Map<String, String> row(String part, String text) {
        return Map.of("part", part, "text", text);
    }
}
