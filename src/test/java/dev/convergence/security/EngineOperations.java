package dev.convergence.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every operation of the engine's REST that is not merely a GET, read off its classes, as {@code POST /task/{id}/claim}. */
final class EngineOperations {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private EngineOperations() {}

    static Set<String> writing() {
        Set<String> found = new TreeSet<>();
        collect(DefaultProcessEngineRestServiceImpl.class, "", found, Set.of());
        return found;
    }

    private static void collect(Class<?> resource, String base, Set<String> found, Set<Class<?>> around) {
        if (around.contains(resource)) {
            return;
        }
        Set<Class<?>> within = new HashSet<>(around);
        within.add(resource);
        types(resource).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isBridge())
                .forEach(method -> collect(method, base, found, within));
    }

    private static void collect(Method method, String base, Set<String> found, Set<Class<?>> within) {
        Path path = method.getAnnotation(Path.class);
        String address = base + (path == null ? "" : "/" + path.value());
        String verb = verb(method.getAnnotations());
        if (verb == null && path != null) {
            collect(method.getReturnType(), address, found, within);
        } else if (verb != null && !READING.contains(verb)) {
            found.add(verb + " " + address.replaceAll("/+", "/").replaceAll("(.)/$", "$1"));
        }
    }

    private static String verb(Annotation[] annotations) {
        return Stream.of(annotations)
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    /** Annotations stand on interfaces and on classes. */
    private static Set<Class<?>> types(Class<?> resource) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> type = resource; type != null && type != Object.class; type = type.getSuperclass()) {
            types.add(type);
            types.addAll(Arrays.asList(type.getInterfaces()));
        }
        return types;
    }
}
