package dev.convergence.engine.history;

import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * When what has ended is removed: our processes by the settings, those of others by what their models say. What runs
 * beside a campaign under its key gets no time here: it goes with its campaign, whose end it may be far from.
 */
final class CampaignRemovalTimeProvider extends DefaultHistoryRemovalTimeProvider {

    private static final String CAMPAIGN = "campaign";

    private final Set<String> shipped;
    private final HistoryProperties kept;

    /** @param shipped the keys of our processes */
    CampaignRemovalTimeProvider(Set<String> shipped, HistoryProperties kept) {
        this.shipped = shipped;
        this.kept = kept;
    }

    @Override
    public Date calculateRemovalTime(HistoricProcessInstanceEventEntity root, ProcessDefinition definition) {
        if (!isProcessInstanceEnded(root) || !shipped.contains(definition.getKey())) {
            return super.calculateRemovalTime(root, definition);
        }
        if (MessageProcessMatcher.include(definition.getKey())) {
            return ofMessage(root);
        }
        return isBesideACampaign(root, definition) ? null : after(root, kept.campaigns());
    }

    private static boolean isBesideACampaign(HistoricProcessInstanceEventEntity root, ProcessDefinition definition) {
        return root.getBusinessKey() != null && !CAMPAIGN.equals(definition.getKey());
    }

    /**
     * A message that nothing went wrong with has a single row in history, which takes the time by itself; for any other,
     * the engine looks for rows in fifteen tables.
     */
    private Date ofMessage(HistoricProcessInstanceEventEntity root) {
        Date removal = after(root, kept.messages());
        root.setRemovalTime(removal);
        return isUneventful(root) ? null : removal;
    }

    private static boolean isUneventful(HistoricProcessInstanceEventEntity root) {
        return HistoricProcessInstance.STATE_COMPLETED.equals(root.getState())
                && Context.getProcessEngineConfiguration()
                                .getHistoryService()
                                .createHistoricJobLogQuery()
                                .processInstanceId(root.getProcessInstanceId())
                                .count()
                        == 0;
    }

    private static Date after(HistoricProcessInstanceEventEntity root, Duration kept) {
        return Date.from(root.getEndTime().toInstant().plus(kept));
    }
}
