package dev.convergence.engine.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;

/** Reads the library's syntax tree, which is one of Scala. */
final class FeelTreeReader {

    private FeelTreeReader() {}

    /** The expressions right below. */
    static List<Exp> children(Object node) {
        List<Exp> found = new ArrayList<>();
        if (node instanceof Product product) {
            collect(product.productIterator(), found);
        }
        return found;
    }

    private static void collect(Iterator<?> parts, List<Exp> found) {
        while (parts.hasNext()) {
            Object part = parts.next();
            if (part instanceof Exp expression) {
                found.add(expression);
            } else if (part instanceof Iterable<?> several) {
                collect(several.iterator(), found);
            } else if (part instanceof Product product) {
                collect(product.productIterator(), found);
            }
        }
    }

    /** Names with what they stand for, in order. */
    static List<Map.Entry<String, Exp>> pairs(
            camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> several) {
        List<Map.Entry<String, Exp>> pairs = new ArrayList<>();
        Iterator<Tuple2<String, Exp>> each = several.iterator();
        while (each.hasNext()) {
            Tuple2<String, Exp> pair = each.next();
            pairs.add(Map.entry(pair._1(), pair._2()));
        }
        return pairs;
    }

    /** The parameters in order; named ones have none. */
    static List<Exp> positional(FunctionParameters parameters) {
        return parameters instanceof PositionalFunctionParameters inOrder ? children(inOrder) : List.of();
    }

    /** The whole number that is written there, null where there is something else. */
    static Long wholeNumber(Exp expression) {
        if (expression instanceof ConstNumber number && number.value().isValidLong()) {
            return number.value().toLong();
        }
        return expression instanceof org.camunda.feel.syntaxtree.ArithmeticNegation negation
                        && wholeNumber(negation.x()) != null
                ? Long.valueOf(-wholeNumber(negation.x()))
                : null;
    }

    /** The text that is written there, null where there is something else. */
    static String text(Exp expression) {
        return expression instanceof ConstString text ? text.value() : null;
    }
}
