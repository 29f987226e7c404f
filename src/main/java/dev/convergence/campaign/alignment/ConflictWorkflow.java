package dev.convergence.campaign.alignment;

import dev.convergence.campaign.conflict.Conflict;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Begins and ends the task of a conflict, and with it the incident that shows it. */
@Component
public class ConflictWorkflow {

    private static final String SUBJECT = "conflict";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CampaignPlanRepository plans;
    private final NoticeService noticeService;
    private final EventPublisher eventPublisher;
    private final Clock clock;

    ConflictWorkflow(
            RuntimeService runtime,
            TaskService tasks,
            CampaignPlanRepository plans,
            NoticeService noticeService,
            EventPublisher eventPublisher,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.plans = plans;
        this.noticeService = noticeService;
        this.eventPublisher = eventPublisher;
        this.clock = clock;
    }

    /** Opens the conflict and tells the owners of its places; a campaign of a model without conflicts has none. */
    void conflictFound(CampaignContext campaign, Conflict conflict) {
        boolean kept = !runtime.createMessageCorrelation(CampaignProcess.CONFLICT_FOUND)
                .processInstanceId(campaign.instanceId())
                .setVariablesToTriggeredScope(variables(conflict))
                .correlateAllWithResult()
                .isEmpty();
        if (kept) {
            tell(campaign.key(), conflict.about(), conflict.owners(), conflict.message());
            eventPublisher.happened(EventTypeCatalog.CONFLICT_FOUND, campaign.key(), conflict.about(), data(conflict));
        }
    }

    /** The same things still disagree, but say something else by now. */
    void conflictChanged(ConflictTaskRepository.Open open, Conflict conflict) {
        tasks.setVariableLocal(open.id(), CampaignProcess.CONFLICT_MESSAGE.name(), conflict.words());
        tasks.setVariableLocal(open.id(), CampaignProcess.CONFLICT_PLACES.name(), plans.json(conflict.places()));
        runtime.setAnnotationForIncidentById(open.incident(), "Now: " + conflict.message());
    }

    /** Ends a conflict that the facts have settled. */
    void conflictResolved(String campaignKey, ConflictTaskRepository.Open open) {
        recordResolved(campaignKey, open);
        runtime.messageEventReceived(CampaignProcess.CONFLICT_RESOLVED, open.executionId());
    }

    /** Records the end of a conflict whose task is being completed. */
    public void recordResolved(String campaignKey, ConflictTaskRepository.Open open) {
        runtime.resolveIncident(open.incident());
        tasks.setVariableLocal(
                open.id(),
                CampaignProcess.CONFLICT_RESOLVED_AT.name(),
                clock.instant().toString());
        tell(campaignKey, open.about(), open.owners(), "Resolved: " + open.words());
        Map<String, String> data = Map.of("kind", open.kind().incidentType(), "id", open.id(), "message", open.words());
        eventPublisher.happened(EventTypeCatalog.CONFLICT_RESOLVED, campaignKey, open.about(), data);
    }

    /** Ends a conflict that nobody can settle any more: its incident is gone, and history does not say resolved. */
    void conflictLapsed(ConflictTaskRepository.Open open) {
        runtime.messageEventReceived(CampaignProcess.CONFLICT_RESOLVED, open.executionId());
    }

    /** The answers are there from the beginning, so that they stay with their conflict. */
    private VariableMap variables(Conflict conflict) {
        return Variables.createVariables()
                .putValueTyped(CampaignProcess.CONFLICT_KEY.name(), passed(conflict.key()))
                .putValueTyped(
                        CampaignProcess.CONFLICT_KIND.name(),
                        passed(conflict.kind().incidentType()))
                .putValueTyped(CampaignProcess.CONFLICT_ABOUT.name(), passed(conflict.about()))
                .putValueTyped(
                        CampaignProcess.CONFLICT_OWNERS.name(),
                        passed(String.join(ConflictTaskRepository.SEPARATOR, conflict.owners())))
                .putValueTyped(CampaignProcess.CONFLICT_MESSAGE.name(), passed(conflict.words()))
                .putValueTyped(
                        CampaignProcess.CONFLICT_PLACES.name(),
                        passed(plans.json(conflict.places()).getValueSerialized()))
                .putValue(CampaignProcess.AGREED_VALUE.name(), "")
                .putValue(CampaignProcess.MOVED_ENTRY.name(), "")
                .putValue(CampaignProcess.NEW_DATE.name(), "")
                .putValue(CampaignProcess.REASON.name(), "");
    }

    private static TypedValue passed(String value) {
        return Variables.untypedValue(value, true);
    }

    private void tell(String campaign, String about, List<String> owners, String text) {
        owners.forEach(owner -> noticeService.tell(campaign, about, owner, SUBJECT, text));
    }

    private static Map<String, Object> data(Conflict conflict) {
        return Map.of(
                "kind", conflict.kind().incidentType(), "message", conflict.message(), "places", conflict.places());
    }
}
