package dev.convergence.adaptive.action.limit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.decision.DecisionTableEvaluator;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.responsibility.GroupListParser;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The decision {@code adaptation-bounds}: with which bounds a campaign goes live. From then on people change them. */
@Component
public class BoundsPolicy {

    static final String DECISION = "adaptation-bounds";
    static final ProcessVariable<Number> MOST = new ProcessVariable<>("mostPercent", Number.class);
    static final ProcessVariable<Number> DAILY = new ProcessVariable<>("dailyPercent", Number.class);
    static final ProcessVariable<Number> FLOOR = new ProcessVariable<>("floorPercent", Number.class);
    static final ProcessVariable<String> KINDS = ProcessVariable.text("kinds");
    static final ProcessVariable<String> APPROVAL_WITHIN = ProcessVariable.text("approvalWithin");
    static final ProcessVariable<String> CALENDAR = ProcessVariable.text("calendar");

    private final DecisionTableEvaluator decisions;
    private final ObjectMapper json;

    BoundsPolicy(DecisionTableEvaluator decisions, ObjectMapper json) {
        this.decisions = decisions;
        this.json = json;
    }

    /**
     * The bounds of a campaign that goes live, as JSON.
     *
     * @throws Refusal when the decision gives no usable value; it names the column
     */
    public String initial(String type, String priority) {
        Map<String, Object> row = row(type, priority);
        return write(new Bounds(
                percent(MOST, row),
                percent(DAILY, row),
                percent(FLOOR, row),
                new TreeSet<>(GroupListParser.in(row.get(KINDS.name()))),
                APPROVAL_WITHIN.find(row).orElseThrow(() -> missing(APPROVAL_WITHIN)),
                CALENDAR.find(row).orElse(null)));
    }

    /** Where they cannot be read, nothing is automatic until somebody sets them anew. */
    public Bounds read(String bounds) {
        return RowReader.one("bounds", String.valueOf(bounds), () -> stored(bounds))
                .filter(Bounds::isComplete)
                .orElse(Bounds.NOTHING_AUTOMATIC);
    }

    private Bounds stored(String bounds) {
        try {
            return json.readValue(bounds, Bounds.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the bounds of a campaign cannot be read", unreadable);
        }
    }

    public String write(Bounds bounds) {
        try {
            return json.writeValueAsString(bounds);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("bounds cannot be written", unwritable);
        }
    }

    private Map<String, Object> row(String type, String priority) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(CampaignContext.TYPE.name(), type);
        inputs.put(CampaignContext.PRIORITY.name(), priority);
        return decisions.evaluate(DECISION, inputs).stream()
                .findFirst()
                .orElseThrow(() -> new RefusalException(CampaignContext.TYPE.name(), "has no rule in " + DECISION));
    }

    private static BigDecimal percent(ProcessVariable<Number> column, Map<String, Object> row) {
        return column.find(row).map(number -> new BigDecimal(number.toString())).orElseThrow(() -> missing(column));
    }

    private static RefusalException missing(ProcessVariable<?> column) {
        return new RefusalException(column.name(), "is not given by " + DECISION);
    }
}
