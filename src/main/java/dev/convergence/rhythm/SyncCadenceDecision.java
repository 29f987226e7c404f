package dev.convergence.rhythm;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.decision.DecisionTableEvaluator;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.responsibility.GroupListParser;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decision {@code sync-cadence}; who holds a sync comes from the responsibility matrix unless it says so. */
@Component
class SyncCadenceDecision {

    static final String DECISION = "sync-cadence";
    static final ProcessVariable<String> EVERY = ProcessVariable.text("every");
    static final ProcessVariable<String> WEEKDAY = ProcessVariable.text("weekday");
    static final ProcessVariable<String> AT = ProcessVariable.text("at");
    static final ProcessVariable<String> CALENDAR = ProcessVariable.text("calendar");
    static final ProcessVariable<String> HOST = ProcessVariable.text("host");
    static final ProcessVariable<String> ATTENDANTS = ProcessVariable.text("attendants");
    static final ProcessVariable<Number> MINUTES = new ProcessVariable<>("minutes", Number.class);

    /** What the matrix knows the holding of a sync by. */
    private static final String HOLDING = "hold-sync";

    private final DecisionTableEvaluator decisions;
    private final ResponsibilityMatrixDecision matrix;
    private final WorkingCalendarRegistry calendars;

    SyncCadenceDecision(
            DecisionTableEvaluator decisions, ResponsibilityMatrixDecision matrix, WorkingCalendarRegistry calendars) {
        this.decisions = decisions;
        this.matrix = matrix;
        this.calendars = calendars;
    }

    /**
     * The cadence as it stands now.
     *
     * @throws Refusal when the decisions give no usable value; it names the column
     */
    Cadence of(SyncKind kind, CampaignContext campaign) {
        Map<String, Object> row = row(kind, campaign);
        Optional<String> host = HOST.find(row);
        List<String> hosts = host.map(List::of)
                .orElseGet(() ->
                        matrix.of(HOLDING, campaign.pattern().orElse(null)).responsible());
        return new Cadence(
                Interval.parse(EVERY.find(row).orElseThrow(() -> missing(EVERY, kind))),
                WEEKDAY.find(row).map(DayOfWeek::valueOf),
                AT.find(row).map(LocalTime::parse).orElse(LocalTime.MIDNIGHT),
                calendar(row, hosts.get(0)),
                host,
                hosts,
                GroupListParser.in(row.get(ATTENDANTS.name())),
                MINUTES.find(row).orElseThrow(() -> missing(MINUTES, kind)).intValue());
    }

    /** The same; empty where no rule speaks of the kind any more. */
    Optional<Cadence> find(SyncKind kind, CampaignContext campaign) {
        try {
            return Optional.of(of(kind, campaign));
        } catch (RefusalException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private Map<String, Object> row(SyncKind kind, CampaignContext campaign) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(SyncProcess.SYNC_KIND.name(), kind.id());
        inputs.put(CampaignContext.PATTERN.name(), campaign.pattern().orElse(null));
        inputs.put(CampaignContext.PRIORITY.name(), campaign.priority());
        return decisions.evaluate(DECISION, inputs).stream()
                .findFirst()
                .orElseThrow(() -> new RefusalException(
                        SyncProcess.SYNC_KIND.name(), "is " + kind.id() + ", for which " + DECISION + " has no rule"));
    }

    private WorkingCalendar calendar(Map<String, Object> row, String host) {
        return CALENDAR.find(row).map(calendars::named).orElseGet(() -> calendars.ofGroup(host));
    }

    private static RefusalException missing(ProcessVariable<?> column, SyncKind kind) {
        return new RefusalException(column.name(), "of " + kind.id() + " is not given by " + DECISION);
    }
}
