package dev.convergence.adaptive.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.platform.AdPlatform.BudgetMove;
import dev.convergence.adaptive.platform.AdPlatform.Opening;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes first, the platform ends where the books do: an instruction that fails comes later than those after it. */
class InMemoryAdPlatformTest {

    private static final String CAMPAIGN = "spring";
    private static final String BOOKS = "{email=3700.00, social=4300.00, video=1000.00}";

    private static final Record OPENING = new Opening("open", 0, CAMPAIGN, budgets("6000.00", "3000.00", "0.00"));
    private static final Record FIRST = move(1, "email", "social", "1800.00", budgets("4200.00", "4800.00", "0.00"));
    private static final Record SECOND =
            move(2, "social", "video", "1000.00", budgets("4200.00", "3800.00", "1000.00"));
    private static final Record THIRD = move(3, "email", "social", "500.00", budgets("3700.00", "4300.00", "1000.00"));

    private final InMemoryAdPlatform memory = new InMemoryAdPlatform(Clock.systemUTC());

    static Stream<List<Record>> orders() {
        return ordersOf(List.of(OPENING, FIRST, SECOND, THIRD));
    }

    static Stream<List<Record>> ordersAfterARestart() {
        return ordersOf(List.of(FIRST, SECOND, THIRD));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void endsWhereTheBooksDo(List<Record> order) {
        order.forEach(this::take);

        assertThat(memory.budgets(CAMPAIGN)).hasToString(BOOKS);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void takesEachOnceHoweverOftenItComes(List<Record> order) {
        order.forEach(this::take);
        order.forEach(this::take);

        assertThat(memory.budgets(CAMPAIGN)).hasToString(BOOKS);
    }

    @ParameterizedTest
    @MethodSource("ordersAfterARestart")
    void endsWhereTheBooksDoWithoutTheOpening(List<Record> order) {
        order.forEach(this::take);

        assertThat(memory.budgets(CAMPAIGN)).hasToString(BOOKS);
    }

    private void take(Record instruction) {
        memory.take("any", instruction.toString(), instruction);
    }

    private static Record move(int number, String from, String to, String amount, Map<String, BigDecimal> budgets) {
        return new BudgetMove("action-" + number, number, CAMPAIGN, from, to, new BigDecimal(amount), budgets);
    }

    private static Map<String, BigDecimal> budgets(String email, String social, String video) {
        return Map.of("email", new BigDecimal(email), "social", new BigDecimal(social), "video", new BigDecimal(video));
    }

    private static Stream<List<Record>> ordersOf(List<Record> instructions) {
        if (instructions.isEmpty()) {
            return Stream.of(List.of());
        }
        return instructions.stream().flatMap(first -> {
            List<Record> rest = new ArrayList<>(instructions);
            rest.remove(first);
            return ordersOf(rest).map(order -> Stream.concat(Stream.of(first), order.stream())
                    .toList());
        });
    }
}
