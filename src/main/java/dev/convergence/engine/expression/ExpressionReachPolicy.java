package dev.convergence.engine.expression;

import dev.convergence.engine.feel.RegexBounds;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.joda.time.ReadableInstant;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What an expression may do to an object it holds: anything with a plain value or a {@link ModelBean}, the delegate
 * interfaces with an execution or a task, nothing with the rest. A list of what is permitted, because the ways from an
 * arbitrary Java object to the class loader are many.
 */
final class ExpressionReachPolicy {

    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            Number.class,
            Boolean.class,
            Character.class,
            Enum.class,
            Date.class,
            UUID.class,
            Optional.class,
            Collection.class,
            Map.class,
            Map.Entry.class,
            ReadableInstant.class,
            TypedValue.class,
            VariableContext.class);

    private static final Set<String> VALUE_PACKAGES = Set.of("java.time.", "org.camunda.spin.");

    /** Ways out of a value: to its class, to the threads that hold it, to an instance of a class given by name. */
    private static final Set<String> NEVER = Set.of(
            "getClass",
            "class",
            "getDeclaringClass",
            "declaringClass",
            "wait",
            "notify",
            "notifyAll",
            "mapTo",
            "unwrap");

    /** Ways to make much of little: of a text or a number, one that no memory holds. */
    private static final Set<String> GROWS = Set.of(
            "repeat",
            "format",
            "formatted",
            "indent",
            "join",
            "transform",
            "pow",
            "setScale",
            "shiftLeft",
            "setBit",
            "flipBit",
            "scaleByPowerOfTen",
            "movePointLeft",
            "movePointRight",
            "toBigInteger",
            "toBigIntegerExact",
            "toPlainString");

    /** Ways that take a regular expression first. */
    private static final Set<String> REGULAR = Set.of("matches", "replaceAll", "replaceFirst", "split");

    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_TRIED = 10_000;

    /** Ways from an execution to the engine's services, and thereby to all that the application may do. */
    private static final Set<String> SERVICES = Set.of("getProcessEngineServices", "getProcessEngine");

    /**
     * Acts of the product and of people: taking another business key, raising and ending incidents, completing a task, saying
     * in whose name it is done. And the way to the caller, whose business key may be another.
     */
    private static final Set<String> NOT_FOR_MODELS = Set.of(
            "setProcessBusinessKey", "createIncident", "resolveIncident", "complete", "setOwner", "getSuperExecution");

    private static final Set<String> EXECUTION_METHODS = methods(DelegateExecution.class);
    private static final Set<String> TASK_METHODS = methods(DelegateTask.class);
    private static final Set<String> SCOPE_METHODS = methods(VariableScope.class);

    private ExpressionReachPolicy() {}

    private static Set<String> methods(Class<?> api) {
        return Arrays.stream(api.getMethods())
                .map(java.lang.reflect.Method::getName)
                .filter(Predicate.not(SERVICES::contains))
                .filter(Predicate.not(NOT_FOR_MODELS::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean mayCall(Object base, String method) {
        return !NEVER.contains(method) && (base instanceof VariableScope scope ? offers(scope, method) : isOpen(base));
    }

    /** Whether a call comes to no more than an expression may, as far as its arguments say. */
    static boolean isBounded(Object base, String method, Object[] arguments) {
        if (isBean(base)) {
            return true;
        }
        if (GROWS.contains(method)) {
            return false;
        }
        if (!(base instanceof String text) || arguments == null || arguments.length == 0) {
            return true;
        }
        return REGULAR.contains(method)
                ? text.length() <= LONGEST_TRIED
                        && RegexBounds.faultOf(String.valueOf(arguments[0])).isEmpty()
                        && isShort(text, arguments)
                : !"replace".equals(method) || isShort(text, arguments);
    }

    private static boolean isShort(String text, Object[] arguments) {
        long longest = arguments.length < 2 ? 1 : String.valueOf(arguments[1]).length();
        return (text.length() + 1L) * longest <= LONGEST_TEXT && !isRepeated(arguments);
    }

    /** A replacement with groups may stand for any number of texts. */
    private static boolean isRepeated(Object[] arguments) {
        return arguments.length > 1 && String.valueOf(arguments[1]).contains("$");
    }

    static boolean mayRead(Object base, Object property) {
        if (base instanceof Map) {
            return true;
        }
        if (base instanceof VariableScope scope) {
            return getters(String.valueOf(property)).anyMatch(getter -> offers(scope, getter));
        }
        return !NEVER.contains(String.valueOf(property)) && isOpen(base);
    }

    private static boolean offers(VariableScope scope, String method) {
        if (scope instanceof DelegateTask) {
            return TASK_METHODS.contains(method);
        }
        return (scope instanceof DelegateExecution ? EXECUTION_METHODS : SCOPE_METHODS).contains(method);
    }

    private static Stream<String> getters(String property) {
        if (property.isEmpty()) {
            return Stream.empty();
        }
        String suffix = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return Stream.of("get" + suffix, "is" + suffix);
    }

    private static boolean isOpen(Object base) {
        Class<?> type = base.getClass();
        return type.isArray()
                || VALUES.stream().anyMatch(value -> value.isInstance(base))
                || VALUE_PACKAGES.stream().anyMatch(type.getName()::startsWith)
                || isOwnRecord(type)
                || isBean(base);
    }

    private static boolean isBean(Object base) {
        return AnnotatedElementUtils.hasAnnotation(AopUtils.getTargetClass(base), ModelBean.class);
    }

    private static boolean isOwnRecord(Class<?> type) {
        return type.isRecord() && type.getName().startsWith("dev.convergence.");
    }
}
