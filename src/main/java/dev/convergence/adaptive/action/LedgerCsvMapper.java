package dev.convergence.adaptive.action;

import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.csv.CsvTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ledger as a table. */
final class LedgerCsvMapper {

    private static final List<String> COLUMNS = List.of(
            "id",
            "createdAt",
            "rule",
            "kind",
            "state",
            "from",
            "to",
            "amount",
            "budgetBefore",
            "budgetAfter",
            "detail",
            "reason",
            "evidence",
            "askedBecause",
            "decidedBy",
            "decidedAt",
            "decisionComment",
            "bookedAt",
            "doneAt",
            "refusal",
            "givenBackAt",
            "givenBack",
            "reverses",
            "reversedBy");

    private LedgerCsvMapper() {}

    static CsvTable of(String campaign, List<LedgerEntry> entries) {
        return CsvTable.of("actions-" + campaign, COLUMNS, entries, LedgerCsvMapper::row);
    }

    private static List<Object> row(LedgerEntry action) {
        return CsvTable.row(
                action.id(),
                action.createdAt(),
                action.rule(),
                action.kind().id(),
                action.state(),
                action.from(),
                action.to(),
                action.amount(),
                budgets(action.budgetBefore()),
                budgets(action.budgetAfter()),
                action.detail(),
                action.reason(),
                action.evidence().stream().map(LedgerCsvMapper::reading).collect(Collectors.joining("; ")),
                action.askedBecause(),
                action.decidedBy(),
                action.decidedAt(),
                action.decisionComment(),
                action.bookedAt(),
                action.doneAt(),
                action.refusal(),
                action.givenBackAt(),
                action.givenBack(),
                action.reverses(),
                action.reversedBy());
    }

    private static String budgets(Map<String, BigDecimal> budgets) {
        return budgets.entrySet().stream()
                .map(budget -> budget.getKey() + " " + budget.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String reading(FiredRule.Evidence reading) {
        return "%s %s %s at %s (%s)"
                .formatted(reading.metric(), reading.channel(), reading.value(), reading.observedAt(), reading.id());
    }
}
