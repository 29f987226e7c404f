package dev.convergence.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * Full history without what nobody reads and every gate would pay for: the log of each job's creation and deletion, and
 * a row for each change of a variable (the variable's last value stays, as do tasks, incidents and the operation log).
 */
public final class CampaignHistoryLevel implements HistoryLevel {

    static final String NAME = "campaign";

    @Override
    public int getId() {
        return 70;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type != HistoryEventTypes.JOB_CREATE
                && type != HistoryEventTypes.JOB_DELETE
                && type != HistoryEventTypes.JOB_SUCCESS
                && type != HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL
                && !(entity instanceof DecisionDefinition decision && isPolicy(decision));
    }

    /** A decision whose history lives zero days is looked up all the time and leaves no trace of its own. */
    private static boolean isPolicy(DecisionDefinition decision) {
        return Integer.valueOf(0).equals(decision.getHistoryTimeToLive());
    }
}
