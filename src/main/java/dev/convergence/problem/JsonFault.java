package dev.convergence.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;

/**
 * What is wrong with JSON that somebody sent.
 *
 * @param field where, such as {@code plan[0].due}
 * @param reason what, as the end of a sentence that begins with the field
 */
public record JsonFault(String field, String reason) {

    private static final List<Map.Entry<Class<?>, String>> WANTED = List.of(
            Map.entry(String.class, "a text"),
            Map.entry(Number.class, "a number"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Collection.class, "a list"),
            Map.entry(LocalDate.class, "a date, such as 2027-03-01"),
            Map.entry(Instant.class, "a moment, such as 2027-03-01T09:00:00Z"));

    public static JsonFault of(JsonMappingException mapping) {
        return new JsonFault(path(mapping), reason(mapping));
    }

    /** What was wanted, in words of JSON; what the parser says of it names classes. */
    private static String reason(JsonMappingException mapping) {
        if (mapping instanceof StrictValueModule.Refused refused) {
            return refused.reason();
        }
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return "is not known; there are "
                    + new TreeSet<>(unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .toList());
        }
        return mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? "must be " + wanted(mismatch.getTargetType())
                : "is not readable";
    }

    static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return WANTED.stream()
                .filter(kind -> kind.getKey().isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("an object");
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
