package dev.convergence.engine.feel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * What an expression comes to at most, in units of {@link FeelBounds}: never less than its parts come to, as often as
 * they are evaluated. So one number bounds the steps and the size of every value on the way.
 */
final class FeelSizeCalculator {

    private static final String SO_FAR = "partial";

    private final Set<String> variables = new HashSet<>();

    /** The names that the expression asks for. */
    Set<String> variables() {
        return variables;
    }

    /** @throws Unbounded where it comes to too much, or to who knows what */
    long of(Exp expression) {
        return of(expression, FeelNameContext.NONE);
    }

    private long of(Exp expression, FeelNameContext names) {
        long units = units(expression, names);
        if (units > FeelBounds.MOST) {
            throw new UnboundedException("may come to more than " + FeelBounds.MOST + " values and steps");
        }
        return units;
    }

    private long units(Exp expression, FeelNameContext names) {
        if (expression instanceof Ref ref) {
            return named(ref.names().head(), names);
        } else if (expression instanceof ConstInputValue$) {
            return names.units("?");
        } else if (expression instanceof ConstString text) {
            return 1 + text.value().length() / FeelBounds.TEXT_UNIT;
        } else if (expression instanceof ConstNumber number) {
            return 1 + number.value().precision() / FeelBounds.TEXT_UNIT;
        } else if (expression instanceof ConstContext context) {
            return context(FeelTreeReader.pairs(context.entries()), names);
        } else if (expression instanceof Filter filter) {
            return filter(filter, names);
        } else if (expression instanceof For loop) {
            return loop(FeelTreeReader.pairs(loop.iterators()), loop.exp(), names.with(SO_FAR, FeelBounds.MOST));
        } else if (expression instanceof SomeItem loop) {
            return loop(FeelTreeReader.pairs(loop.iterators()), loop.condition(), names);
        } else if (expression instanceof EveryItem loop) {
            return loop(FeelTreeReader.pairs(loop.iterators()), loop.condition(), names);
        } else if (expression instanceof IterationContext range) {
            return count(range);
        } else if (expression instanceof Exponentiation power) {
            return power(power, names);
        } else if (expression instanceof FunctionInvocation call) {
            return call(call, names);
        }
        refuseFunctionsOfItsOwn(expression);
        return 1 + sum(FeelTreeReader.children(expression), names);
    }

    private static void refuseFunctionsOfItsOwn(Exp expression) {
        if (expression instanceof FunctionDefinition
                || expression instanceof JavaFunctionInvocation
                || expression instanceof QualifiedFunctionInvocation) {
            throw new UnboundedException("has a function of its own");
        }
    }

    private long named(String name, FeelNameContext names) {
        variables.add(name);
        return names.units(name);
    }

    private long sum(List<Exp> parts, FeelNameContext names) {
        return parts.stream().mapToLong(part -> of(part, names)).sum();
    }

    /** An entry may use those before it. */
    private long context(List<Map.Entry<String, Exp>> entries, FeelNameContext names) {
        FeelNameContext seen = names;
        long all = 1;
        for (Map.Entry<String, Exp> entry : entries) {
            long units = of(entry.getValue(), seen);
            seen = seen.with(entry.getKey(), units);
            all += units;
        }
        return all;
    }

    private long filter(Filter filter, FeelNameContext names) {
        long list = of(filter.list(), names);
        long value = value(filter.list(), names);
        return list + times(elements(filter.list(), list), of(filter.filter(), names.within(value)));
    }

    private long loop(List<Map.Entry<String, Exp>> iterators, Exp body, FeelNameContext names) {
        FeelNameContext seen = names;
        long all = 1;
        long count = 1;
        for (Map.Entry<String, Exp> iterator : iterators) {
            long list = of(iterator.getValue(), names);
            boolean range = iterator.getValue() instanceof IterationContext;
            seen = seen.with(iterator.getKey(), range ? 1 : value(iterator.getValue(), names));
            count = times(count, elements(iterator.getValue(), list));
            all += list;
        }
        return all + times(count, of(body, seen));
    }

    /** What a list is in the end: of a filtered one no more than of the whole, however long the filter takes. */
    private long value(Exp list, FeelNameContext names) {
        return list instanceof Filter filter ? value(filter.list(), names) : of(list, names);
    }

    /** How many elements a list has at most that comes to so many units. */
    private static long elements(Exp list, long units) {
        if (list instanceof ConstList written) {
            return Math.max(1, written.items().length());
        }
        if (list instanceof Filter filter) {
            return elements(filter.list(), units);
        }
        return list instanceof Ref || list instanceof PathExpression ? Math.min(units, FeelBounds.INPUT) : units;
    }

    private static long count(IterationContext range) {
        Long start = FeelTreeReader.wholeNumber(range.start());
        Long end = FeelTreeReader.wholeNumber(range.end());
        if (start == null || end == null) {
            throw new UnboundedException("counts through a range whose ends are not written as whole numbers");
        }
        long steps = Math.max(start, end) - Math.min(start, end);
        return steps < 0 ? Long.MAX_VALUE : 1 + Math.min(steps, FeelBounds.MOST);
    }

    private long power(Exponentiation power, FeelNameContext names) {
        Long exponent = FeelTreeReader.wholeNumber(power.y());
        if (exponent == null || Math.abs(exponent) > FeelBounds.NUMBER) {
            throw new UnboundedException("has an exponent that is no written whole number up to " + FeelBounds.NUMBER);
        }
        return 1 + times(1 + Math.abs(exponent), of(power.x(), names));
    }

    private long call(FunctionInvocation call, FeelNameContext names) {
        String function = call.function();
        List<Exp> given = FeelTreeReader.positional(call.params());
        long units = 1 + sum(FeelTreeReader.children(call.params()), names);
        if (FeelFunctions.isPlain(function)) {
            return units;
        } else if (FeelFunctions.ROUNDING.contains(function)) {
            FeelCallValidator.checkScale(function, given);
            return units;
        } else if (FeelFunctions.REGULAR.contains(function)) {
            FeelCallValidator.checkRegex(function, given);
            return FeelFunctions.REPLACE.equals(function) ? times(FeelBounds.TEXT_UNIT, times(units, units)) : units;
        } else if (FeelFunctions.JOIN.equals(function)) {
            return times(units, units);
        } else if (FeelFunctions.NUMBER.equals(function)) {
            FeelCallValidator.checkNumber(given);
            return units;
        }
        throw new UnboundedException("calls '" + function + "', which is none of the functions that decisions may use");
    }

    private static long times(long one, long other) {
        return one > FeelBounds.MOST || other > FeelBounds.MOST ? Long.MAX_VALUE / 4 : one * other;
    }
}
