package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.BudgetShift;
import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import dev.convergence.people.GroupCatalog;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The action that a task is about: what, why, on which readings, and what the budgets would be. */
@Component
class ActionDossierSection implements DossierSection {

    private static final int MOST_PAST = 20;

    private final LedgerRepository entries;
    private final BudgetRepository budgets;
    private final ActionAssessmentService actionAssessmentService;
    private final ZoneId zone;

    ActionDossierSection(
            LedgerRepository entries,
            BudgetRepository budgets,
            ActionAssessmentService actionAssessmentService,
            WorkingCalendarRegistry calendars) {
        this.entries = entries;
        this.budgets = budgets;
        this.actionAssessmentService = actionAssessmentService;
        this.zone = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    @Override
    public String name() {
        return "action";
    }

    @Override
    public Object of(DelegateExecution execution, CampaignContext campaign) {
        return AdaptiveProcess.ACTION_ID
                .find(execution)
                .flatMap(entries::find)
                .map(action -> part(action, execution))
                .orElse(Map.of());
    }

    private Map<String, Object> part(LedgerEntry action, DelegateExecution execution) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("rows", rows(action, execution));
        part.put("evidence", action.evidence().stream().map(this::evidence).toList());
        part.put("budgets", money(action));
        part.put(
                "past",
                entries.of(action.campaign()).stream()
                        .filter(other -> !other.id().equals(action.id()))
                        .limit(MOST_PAST)
                        .map(this::past)
                        .toList());
        return part;
    }

    /** With what the creative team has made, where it is made: who approves it sees what would be published. */
    private static List<Map<String, Object>> rows(LedgerEntry action, DelegateExecution execution) {
        return Stream.of(
                        row("What", ActionTexts.of(action)),
                        row("Why", action.reason()),
                        row("Rule", action.rule()),
                        row("Asked because", text(action.askedBecause())),
                        row("The platform said", text(action.refusal())),
                        row(
                                "The variants",
                                AdaptationProcess.VARIANTS_RESULT
                                        .find(execution)
                                        .orElse("")),
                        row(
                                "Links to them",
                                AdaptationProcess.VARIANTS_LINKS.find(execution).orElse("")))
                .filter(row -> !row.get("text").equals(""))
                .toList();
    }

    private static Map<String, Object> row(String part, String text) {
        return Map.of("part", part, "text", text);
    }

    private Map<String, Object> evidence(FiredRule.Evidence reading) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("observedAt", reading.observedAt() == null ? "" : WallTimeFormatter.of(reading.observedAt(), zone));
        row.put("source", text(reading.source()));
        row.put("metric", text(reading.metric()));
        row.put("channel", text(reading.channel()));
        row.put("value", reading.value() == null ? "" : inShort(reading.value()));
        return row;
    }

    /** As it would be now; as it was booked, where the action is booked and the platform not told yet. */
    private List<Map<String, Object>> money(LedgerEntry action) {
        Optional<BudgetShift> shift = action.amount() == null
                ? actionAssessmentService.shift(action)
                : BudgetShift.upTo(action.budgetBefore(), action.from(), action.to(), action.amount());
        return shift.map(money -> budgets(action.campaign(), money)).orElse(List.of());
    }

    private List<Map<String, Object>> budgets(String campaign, BudgetShift shift) {
        Map<String, String> planned = new LinkedHashMap<>();
        budgets.channels(campaign)
                .forEach(
                        budget -> planned.put(budget.channel(), budget.planned().toPlainString()));
        return shift.before().keySet().stream()
                .map(channel -> Map.<String, Object>of(
                        "channel", channel,
                        "planned", planned.getOrDefault(channel, ""),
                        "before", plain(shift.before().get(channel)),
                        "after", plain(shift.after().get(channel))))
                .toList();
    }

    private Map<String, Object> past(LedgerEntry action) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", WallTimeFormatter.of(action.createdAt(), zone));
        row.put("what", ActionTexts.of(action));
        row.put("state", action.reversedBy() == null ? action.state().inWords() : "taken back");
        row.put("by", decidedBy(action));
        row.put("why", action.reason());
        return row;
    }

    private static String decidedBy(LedgerEntry action) {
        boolean byRule = action.isBooked() && action.isAutomatic();
        return byRule ? "the rule" : text(action.decidedBy());
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    /** Readings are kept with more digits than they came with. */
    private static String inShort(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String text(String written) {
        return written == null ? "" : written;
    }
}
