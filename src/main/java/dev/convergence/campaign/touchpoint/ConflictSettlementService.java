package dev.convergence.campaign.touchpoint;

import dev.convergence.campaign.alignment.AlignmentService;
import dev.convergence.campaign.alignment.ConflictTaskRepository;
import dev.convergence.campaign.alignment.ConflictWorkflow;
import dev.convergence.campaign.alignment.TouchpointValidator;
import dev.convergence.campaign.conflict.Conflict;
import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.campaign.conflict.ConflictPlace;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.planning.PlanningService;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.OpenCampaignReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.problem.NotPast;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Makes a fact of what was agreed on a conflict's form. */
@Component
class ConflictSettlementService {

    private final AlignmentService alignmentService;
    private final OpenCampaignReader campaigns;
    private final PlanningService planning;
    private final TouchpointService touchpoints;
    private final ConflictTaskRepository conflicts;
    private final ConflictWorkflow workflow;
    private final Clock clock;

    ConflictSettlementService(
            AlignmentService alignmentService,
            OpenCampaignReader campaigns,
            PlanningService planning,
            TouchpointService touchpoints,
            ConflictTaskRepository conflicts,
            ConflictWorkflow workflow,
            Clock clock) {
        this.alignmentService = alignmentService;
        this.campaigns = campaigns;
        this.planning = planning;
        this.touchpoints = touchpoints;
        this.conflicts = conflicts;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** @throws Refusal naming the answer that is missing, wrong or settles nothing */
    void settle(DelegateTask task) {
        ConflictTaskRepository.Open open =
                conflicts.open(task.getId(), task.getExecution().getId());
        CampaignContext campaign = campaign(task);
        Optional<Conflict> standing = alignmentService.conflicts(campaign).find(open.key());
        standing.ifPresent(conflict -> settle(conflict, campaign, task));
        workflow.recordResolved(campaign.key(), open);
    }

    private CampaignContext campaign(DelegateTask task) {
        return campaigns.withFacts(
                task.getProcessInstanceId(), task.getExecution().getProcessBusinessKey());
    }

    private void settle(Conflict conflict, CampaignContext campaign, DelegateTask task) {
        Map<String, Object> answers = task.getVariables();
        boolean message = conflict.kind() == ConflictKind.MESSAGE;
        if (message) {
            agree(conflict, campaign, answers, task.getAssignee());
        } else {
            move(conflict, campaign, answers, task.getAssignee());
        }
        alignmentService.conflicts(campaign(task)).find(conflict.key()).ifPresent(still -> {
            ProcessVariable<String> answer = message ? CampaignProcess.AGREED_VALUE : CampaignProcess.NEW_DATE;
            throw new RefusalException(answer.name(), "does not settle it: " + still.message());
        });
    }

    private void agree(Conflict conflict, CampaignContext campaign, Map<String, Object> answers, String by) {
        String value = TextValidator.require(
                CampaignProcess.AGREED_VALUE, answers, "what every place shall say (" + conflict.words() + ")");
        String reason = TextValidator.optional(CampaignProcess.REASON, answers).orElse("agreed on");
        touchpoints.agreed(campaign, conflict, value.strip(), reason, by);
    }

    private void move(Conflict conflict, CampaignContext campaign, Map<String, Object> answers, String by) {
        ConflictPlace dependent = conflict.places().get(0);
        ConflictPlace needed = conflict.places().get(1);
        String moved = TextValidator.require(
                CampaignProcess.MOVED_ENTRY,
                answers,
                "which date moves, " + dependent.id() + " or " + needed.id() + " (" + conflict.words() + ")");
        LocalDate day = TouchpointValidator.day(
                CampaignProcess.NEW_DATE.name(),
                TextValidator.require(CampaignProcess.NEW_DATE, answers, "to which day"));
        if (day.isBefore(LocalDate.now(clock.withZone(NotPast.LAST_ZONE)))) {
            throw new RefusalException(CampaignProcess.NEW_DATE.name(), "must not lie in the past");
        }
        String reason = TextValidator.require(CampaignProcess.REASON, answers, "everybody who is told will ask why");
        if (moved.equals(needed.id())) {
            planning.dateMoved(campaign.key(), needed.id(), day, reason, by);
        } else if (!moved.equals(dependent.id())) {
            throw new RefusalException(
                    CampaignProcess.MOVED_ENTRY.name(), "must be " + dependent.id() + " or " + needed.id());
        } else if (dependent.speaks()) {
            touchpoints.movedTo(campaign, dependent.id(), day, reason, by);
        } else {
            moveAlone(campaign.key(), dependent.id(), needed.id(), day, reason, by);
        }
    }

    /** Every later date moves along, that which the entry needs among them: it goes back to where it was. */
    private void moveAlone(String campaign, String id, String needed, LocalDate day, String reason, String by) {
        LocalDate due = due(campaign, needed);
        planning.dateMoved(campaign, id, day, reason, by);
        if (!due(campaign, needed).equals(due)) {
            planning.dateMoved(campaign, needed, due, reason, by);
        }
    }

    private LocalDate due(String campaign, String id) {
        return planning.plan(campaign).entry(id).map(PlanEntry::due).orElseThrow();
    }
}
