package dev.convergence.engine.feel;

import camundajar.impl.fastparse.Parsed;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.Exp;

/** Whether expressions keep the bounds, seen from how they are written; nothing is evaluated. */
public final class FeelBoundsValidator {

    private FeelBoundsValidator() {}

    /** Why an expression cannot be evaluated, as the end of a sentence that begins with it; empty where it can. */
    public static Optional<String> faultOfExpression(String text) {
        return expression(text).fault();
    }

    /** The same for what stands in an input cell. */
    public static Optional<String> faultOfUnaryTests(String text) {
        return unaryTests(text).fault();
    }

    static FeelBounds.Verdict expression(String text) {
        return check(text, false);
    }

    static FeelBounds.Verdict unaryTests(String text) {
        return check(text, true);
    }

    private static FeelBounds.Verdict check(String text, boolean unary) {
        Optional<String> shape = FeelShapeValidator.faultOf(text);
        if (shape.isPresent()) {
            return FeelBounds.Verdict.refused(shape.get());
        }
        try {
            Parsed<Exp> parsed = unary ? FeelParser.parseUnaryTests(text) : FeelParser.parseExpression(text);
            return parsed.isSuccess() ? measured(parsed.get().value()) : FeelBounds.Verdict.refused("is no FEEL");
        } catch (UnboundedException outOfBounds) {
            return FeelBounds.Verdict.refused(outOfBounds.getMessage());
        } catch (StackOverflowError tooDeep) {
            return FeelBounds.Verdict.refused("has more within each other than can be read");
        }
    }

    private static FeelBounds.Verdict measured(Exp expression) {
        FeelSizeCalculator size = new FeelSizeCalculator();
        boolean grows = size.of(expression) > FeelBounds.GROWS;
        return new FeelBounds.Verdict(Optional.empty(), grows ? Set.copyOf(size.variables()) : Set.of());
    }
}
