package dev.convergence.rhythm;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.DecisionTables;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.Variable;
import dev.convergence.responsibility.GroupList;
import dev.convergence.responsibility.ResponsibilityMatrix;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decision {@code sync-cadence}; who holds a sync comes from the responsibility matrix unless it says so. */
@Component
class Cadences {

    static final String DECISION = "sync-cadence";
    static final Variable<String> EVERY = Variable.text("every");
    static final Variable<String> WEEKDAY = Variable.text("weekday");
    static final Variable<String> AT = Variable.text("at");
    static final Variable<String> CALENDAR = Variable.text("calendar");
    static final Variable<String> HOST = Variable.text("host");
    static final Variable<String> ATTENDANTS = Variable.text("attendants");
    static final Variable<Number> MINUTES = new Variable<>("minutes", Number.class);

    /** What the matrix knows the holding of a sync by. */
    private static final String HOLDING = "hold-sync";

    private final DecisionTables decisions;
    private final ResponsibilityMatrix matrix;
    private final WorkingCalendars calendars;

    Cadences(DecisionTables decisions, ResponsibilityMatrix matrix, WorkingCalendars calendars) {
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
                GroupList.in(row.get(ATTENDANTS.name())),
                MINUTES.find(row).orElseThrow(() -> missing(MINUTES, kind)).intValue());
    }

    /** The same; empty where no rule speaks of the kind any more. */
    Optional<Cadence> find(SyncKind kind, CampaignContext campaign) {
        try {
            return Optional.of(of(kind, campaign));
        } catch (Refusal | IllegalArgumentException unusable) {
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
                .orElseThrow(() -> new Refusal(
                        SyncProcess.SYNC_KIND.name(), "is " + kind.id() + ", for which " + DECISION + " has no rule"));
    }

    private WorkingCalendar calendar(Map<String, Object> row, String host) {
        return CALENDAR.find(row).map(calendars::named).orElseGet(() -> calendars.ofGroup(host));
    }

    private static Refusal missing(Variable<?> column, SyncKind kind) {
        return new Refusal(column.name(), "of " + kind.id() + " is not given by " + DECISION);
    }
}
