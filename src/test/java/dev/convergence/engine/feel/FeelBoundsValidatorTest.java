package dev.convergence.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing here is evaluated. */
@Timeout(20)
class FeelBoundsValidatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "for i in 1..100000000 return i                                          | may come to more than",
                "count(for i in 1..100000000 return i) > 5                               | may come to more than",
                "for i in 1..n return i                                                  | not written as whole numbers",
                "some i in 1..100000000 satisfies i = 5                                  | may come to more than",
                "every i in -100000000..1 satisfies i < 5                                | may come to more than",
                "for i in 1..2000, j in 1..2000 return i                                 | may come to more than",
                "for i in 1..2000 return for j in 1..2000 return i                       | may come to more than",
                "for a in list return for b in list return a + b                         | may come to more than",
                "list[some x in list satisfies x = item]                                 | may come to more than",
                "for i in 1..3 return partial                                            | may come to more than",
                "{f: function(x) f(x), y: f(1)}.y                                        | a function of its own",
                "[{f: function(x) x}][1]                                                 | a function of its own",
                "sort(list, function(x, y) x < y)                                        | a function of its own",
                "a.f(1)                                                                  | a function of its own",
                "function(a) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}} | a function of its own",
                "f(1)                                                                    | calls 'f'",
                "random number()                                                         | calls 'random number'",
                "2 ** 1000000000                                                         | exponent",
                "2 ** n                                                                  | exponent",
                "{a: 10 ** 100, b: a ** 100, c: b ** 100, d: c ** 100}                   | may come to more than",
                "decimal(1, 1000000000)                                                  | scale",
                "round up(1, n)                                                          | scale",
                "floor(n: 1, scale: 1000000000)                                          | names the parameters",
                "number(n)                                                               | makes a number of a text",
                "number(\"1E1000000000\")                                                | makes a number of a text",
                "matches(text, pattern)                                                  | not written in quotes",
                "matches(text, \"(a+)+$\")                                               | repeats a group",
                "matches(text, \"a*a*a*a*b\")                                            | repeats more than 2 parts",
                "matches(text, \"(a)\\\\1\")                                             | looks back",
                "replace(text, \"a\", \"$0$0\")                                          | without groups",
                "replace(replace(replace(text, \"a\", \"aaaa\"), \"a\", \"aaaa\"), \"a\", \"aaaa\") | may come to more than",
                "string join(for i in 1..2000 return text, text)                         | may come to more than",
                "1 /* ((((((((((((((( */                                                 | comment",
                "1 +                                                                     | is no FEEL",
            })
    void refusesWhatCouldRunAway(String expression, String reason) {
        assertThat(FeelBoundsValidator.faultOfExpression(expression).orElse("nothing"))
                .contains(reason);
    }

    @Test
    void refusesATextThatDoublesAndDoubles() {
        StringBuilder entries = new StringBuilder("{a0: \"some text\"");
        for (int entry = 1; entry < 40; entry++) {
            entries.append(", a%d: a%d + a%d".formatted(entry, entry - 1, entry - 1));
        }

        assertThat(FeelBoundsValidator.faultOfExpression(entries + "}.a39"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("may come to more than"));
    }

    /** The parser tries them again and again. */
    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "f((", "not(", "if (", "{a: (", "[1, (", "-(", "a[", "\"\"(("})
    void refusesBracketsWithinBracketsBeforeTheParserSeesThem(String open) {
        assertThat(FeelBoundsValidator.faultOfUnaryTests(open.repeat(200) + "x @"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("brackets within brackets"));
        assertQuick(() -> FeelBoundsValidator.faultOfUnaryTests(open.repeat(FeelBounds.DEPTH / 2) + "x @"));
    }

    private static void assertQuick(Runnable check) {
        check.run();
        long before = System.nanoTime();
        check.run();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesWhatTheParserCannotHold() {
        assertThat(FeelBoundsValidator.faultOfUnaryTests("a in ".repeat(1500) + "b"))
                .isPresent();
        assertThat(FeelBoundsValidator.faultOfExpression("a + ".repeat(5000) + "b"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("longer than"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a text with ((((((((((((((( in it\"",
                "a + b * c - 1",
                "if priority = \"high\" then \"PT4H\" else \"P2D\"",
                "some x in list satisfies x = \"a\"",
                "every x in list satisfies x.price > 5 and x.channel = \"email\"",
                "for x in list return x.price * 2",
                "for i in 1..100 return i * 2",
                "list[item > 5]",
                "list[price > 5][channel = \"email\"]",
                "count(list[item > 5]) > 2",
                "sum(for x in list return x.price)",
                "matches(text, \"^[A-Z]{2}-\\d{4,6}$\")",
                "split(text, \",\")",
                "string join(list, \", \")",
                "date and time(\"2027-01-01T00:00:00\") + duration(\"P1D\")",
                "{a: 1, b: a + 1}.b",
                "2 ** 10",
                "decimal(price / 3, 2)",
                "starts with(text, \"a\") or contains(text, \"b\")",
            })
    void leavesWhatDecisionsSay(String expression) {
        assertThat(FeelBoundsValidator.faultOfExpression(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "\"a\", \"b\"",
                "not(\"a\", \"b\")",
                "< 5",
                "[1..100000000]",
                "]1..2[",
                "(1..2)",
                "? > 5",
                "true",
                "list contains(list, ?)",
                "date(\"2027-01-01\")"
            })
    void leavesWhatInputCellsSay(String tests) {
        assertThat(FeelBoundsValidator.faultOfUnaryTests(tests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void leavesTheDecisionsThatShip(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());

        assertThat(model.getModelElementsByType(UnaryTests.class).stream()
                        .map(cell -> cell.getText().getTextContent().strip())
                        .filter(text -> !text.isEmpty())
                        .map(FeelBoundsValidator::faultOfUnaryTests)
                        .flatMap(Optional::stream))
                .isEmpty();
        assertThat(model.getModelElementsByType(LiteralExpression.class).stream()
                        .map(cell -> cell.getText().getTextContent().strip())
                        .filter(text -> !text.isEmpty())
                        .map(FeelBoundsValidator::faultOfExpression)
                        .flatMap(Optional::stream))
                .isEmpty();
    }

    static Stream<Path> shipped() throws Exception {
        return Files.list(Path.of("bpmn/decisions")).sorted();
    }

    @Test
    void looksAtVariablesOnlyWhereAnExpressionGrowsWithThem() {
        assertThat(FeelBoundsValidator.expression("a + b").variables()).isEmpty();
        assertThat(FeelBoundsValidator.unaryTests("\"a\"").variables()).isEmpty();
        assertThat(FeelBoundsValidator.expression("for x in list return x + text")
                        .variables())
                .contains("list", "text");
    }
}
