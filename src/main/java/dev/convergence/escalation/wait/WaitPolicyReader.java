package dev.convergence.escalation.wait;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.calendar.WorkingTime;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.decision.DecisionTableEvaluator;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The decisions {@code gate-policy} and {@code responsibility-matrix}, with what the block's caller overrides. */
@Component
public class WaitPolicyReader {

    static final String DECISION = "gate-policy";
    static final ProcessVariable<String> SLA = ProcessVariable.text("sla");
    static final ProcessVariable<String> CALENDAR = ProcessVariable.text("calendar");
    static final ProcessVariable<String> QUORUM = ProcessVariable.text("quorum");
    static final ProcessVariable<Boolean> VETO = ProcessVariable.flag("veto");

    private final DecisionTableEvaluator decisions;
    private final ResponsibilityMatrixDecision matrix;
    private final WorkingCalendarRegistry calendars;

    WaitPolicyReader(
            DecisionTableEvaluator decisions, ResponsibilityMatrixDecision matrix, WorkingCalendarRegistry calendars) {
        this.decisions = decisions;
        this.matrix = matrix;
        this.calendars = calendars;
    }

    /**
     * The policy of one wait.
     *
     * @param overrides the block's own variables; {@code sla}, {@code calendar}, {@code quorum}, {@code veto} and the
     *     kind's group variable count
     * @throws Refusal when neither the decisions nor the overrides give a usable value; it names the column
     */
    public WaitPolicy of(StallKind kind, String id, CampaignContext campaign, Map<String, ?> overrides) {
        Map<String, Object> row = row(id, campaign);
        String group = ProcessVariable.text(kind.groupVariable())
                .find(overrides)
                .orElseGet(() -> matrix.of(id, campaign.pattern().orElse(null)).accountable());
        return new WaitPolicy(
                group,
                choose(SLA, overrides, row).map(WorkingTime::parseWait).orElseThrow(() -> missing(SLA, id)),
                calendar(choose(CALENDAR, overrides, row), group),
                choose(QUORUM, overrides, row)
                        .map(quorum -> Quorum.named(quorum, id))
                        .orElse(Quorum.ANY),
                choose(VETO, overrides, row).orElse(false));
    }

    /** What counts as overrides among the variables of a block. */
    public static Map<String, Object> overridesAmong(Map<String, Object> variables, StallKind kind) {
        Map<String, Object> overrides = new HashMap<>(variables);
        overrides.keySet().retainAll(Set.of(SLA.name(), CALENDAR.name(), QUORUM.name(), kind.groupVariable()));
        return overrides;
    }

    /** The calendar that a block's caller asks for. */
    static Optional<String> calendarAmong(VariableScope block) {
        return CALENDAR.find(block);
    }

    private Map<String, Object> row(String id, CampaignContext campaign) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("gate", id);
        inputs.put("pattern", campaign.pattern().orElse(null));
        inputs.put("priority", campaign.priority());
        List<Map<String, Object>> rows = decisions.evaluate(DECISION, inputs);
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }

    private WorkingCalendar calendar(Optional<String> named, String group) {
        return named.map(calendars::named).orElseGet(() -> calendars.ofGroup(group));
    }

    private static <T> Optional<T> choose(
            ProcessVariable<T> processVariable, Map<String, ?> first, Map<String, ?> second) {
        return processVariable.find(first).or(() -> processVariable.find(second));
    }

    private static RefusalException missing(ProcessVariable<?> processVariable, String id) {
        return new RefusalException(
                processVariable.name(), "of " + id + " is given neither by " + DECISION + " nor by the model");
    }
}
