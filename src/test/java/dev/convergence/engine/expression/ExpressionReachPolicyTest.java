package dev.convergence.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call in an expression does not fill the memory, and comes back. */
class ExpressionReachPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"repeat", "format", "formatted", "indent", "join", "transform"})
    void makesNoLongTextsOfShortOnes(String method) {
        assertThat(ExpressionReachPolicy.isBounded("a", method, new Object[] {1}))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pow", "setScale", "scaleByPowerOfTen", "toBigInteger", "toPlainString"})
    void makesNoLongNumbersOfShortOnes(String method) {
        assertThat(ExpressionReachPolicy.isBounded(BigDecimal.TEN, method, new Object[] {1_000_000_000}))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"matches", "replaceAll", "replaceFirst", "split"})
    void triesNoRegularExpressionForEver(String method) {
        assertThat(ExpressionReachPolicy.isBounded("aaaa", method, new Object[] {"(a+)+b", ""}))
                .isFalse();
        assertThat(ExpressionReachPolicy.isBounded("aaaa", method, new Object[] {"a+", ""}))
                .isTrue();
        assertThat(ExpressionReachPolicy.isBounded("a".repeat(10_001), method, new Object[] {"a+", ""}))
                .isFalse();
    }

    @Test
    void replacesByNoMoreThanTheMemoryHolds() {
        String text = "a".repeat(4000);

        assertThat(ExpressionReachPolicy.isBounded(text, "replace", new Object[] {"a", "b"}))
                .isTrue();
        assertThat(ExpressionReachPolicy.isBounded(text, "replace", new Object[] {"", text}))
                .isFalse();
        assertThat(ExpressionReachPolicy.isBounded("a", "replaceAll", new Object[] {"a", "$0$0"}))
                .isFalse();
    }

    @Test
    void leavesWhatModelsDo() {
        assertThat(ExpressionReachPolicy.isBounded("a,b", "split", new Object[] {","}))
                .isTrue();
        assertThat(ExpressionReachPolicy.isBounded("a", "toUpperCase", new Object[0]))
                .isTrue();
        assertThat(ExpressionReachPolicy.isBounded(List.of(), "contains", new Object[] {"a"}))
                .isTrue();
    }
}
