package dev.convergence.engine.feel;

import java.util.Set;

/** The functions that an expression may call: what they come to is known beforehand. */
final class FeelFunctions {

    /** Come to no more than what they are given. */
    private static final Set<String> PLAIN = Set.of(
            "abs",
            "all",
            "and",
            "any",
            "append",
            "concatenate",
            "contains",
            "context",
            "context merge",
            "context put",
            "count",
            "date",
            "date and time",
            "day of week",
            "day of year",
            "distinct values",
            "duplicate values",
            "duration",
            "ends with",
            "even",
            "flatten",
            "get entries",
            "get or else",
            "get value",
            "index of",
            "insert before",
            "is blank",
            "is defined",
            "is empty",
            "last day of month",
            "list contains",
            "lower case",
            "max",
            "mean",
            "median",
            "min",
            "mode",
            "modulo",
            "month of year",
            "not",
            "now",
            "odd",
            "or",
            "product",
            "put",
            "put all",
            "remove",
            "reverse",
            "sqrt",
            "starts with",
            "stddev",
            "string",
            "string length",
            "sublist",
            "substring",
            "substring after",
            "substring before",
            "sum",
            "time",
            "to base64",
            "today",
            "trim",
            "union",
            "upper case",
            "week of year",
            "years and months duration");

    /** Of the temporal order. */
    private static final Set<String> RELATIONS = Set.of(
            "after",
            "before",
            "coincides",
            "during",
            "finished by",
            "finishes",
            "includes",
            "meets",
            "met by",
            "overlaps",
            "overlaps after",
            "overlaps before",
            "started by",
            "starts");

    /** Round to a scale, which may be given. */
    static final Set<String> ROUNDING =
            Set.of("ceiling", "decimal", "floor", "round down", "round half down", "round half up", "round up");

    /** Have a regular expression as second parameter. */
    static final Set<String> REGULAR = Set.of("extract", "matches", "replace", "split");

    static final String JOIN = "string join";
    static final String NUMBER = "number";
    static final String REPLACE = "replace";

    private FeelFunctions() {}

    static boolean isPlain(String function) {
        return PLAIN.contains(function) || RELATIONS.contains(function);
    }
}
