package dev.convergence.adaptive.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.ChannelBudget;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetHistoryReaderTest {

    private static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00Z");

    /** The second was booked before the first went back, and in part stays where it went. */
    @Test
    void showsWhatWasBookedAndWhatWentBackOfItInTheOrderOfTime() {
        LedgerEntry first = booked(at(1), Map.of("email", money("5400")), at(3), Map.of("email", money("5700")));
        LedgerEntry second = booked(at(2), Map.of("email", money("5100")), null, Map.of());

        List<MetricsView.Budget> history = BudgetHistoryReader.of(
                List.of(new ChannelBudget("email", money("6000"), money("5700"))),
                List.of(first, second),
                MONDAY,
                at(9));

        assertThat(history.get(0).steps())
                .containsExactly(
                        new MetricsView.Step(MONDAY, money("6000")),
                        new MetricsView.Step(at(1), money("5400")),
                        new MetricsView.Step(at(2), money("5100")),
                        new MetricsView.Step(at(3), money("5700")),
                        new MetricsView.Step(at(9), money("5700")));
    }

    private static LedgerEntry booked(
            Instant bookedAt,
            Map<String, BigDecimal> after,
            Instant givenBackAt,
            Map<String, BigDecimal> budgetGivenBack) {
        return new LedgerEntry(
                "id",
                "key",
                "rule",
                "cause",
                ActionKind.BUDGET,
                ActionState.DECLINED,
                "email",
                "social",
                null,
                "",
                "Why",
                List.of(),
                null,
                Map.of(),
                after,
                null,
                null,
                null,
                null,
                bookedAt,
                bookedAt,
                null,
                null,
                null,
                null,
                null,
                null,
                givenBackAt,
                null,
                budgetGivenBack);
    }

    private static Instant at(int hour) {
        return MONDAY.plusSeconds(hour * 3600L);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
