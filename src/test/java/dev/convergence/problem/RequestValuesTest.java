package dev.convergence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every value that a request can hold is of a kind whose form and bounds are known; a new kind has to be bounded first. */
class RequestValuesTest extends SurfaceTest {

    private static final Set<Class<?>> BOUNDED = Set.of(
            String.class,
            LocalDate.class,
            Instant.class,
            BigDecimal.class,
            Integer.class,
            int.class,
            Boolean.class,
            boolean.class);

    /** Reads its values itself, each with a verdict. */
    private static final Set<String> READ_BY_HAND = Set.of("dev.convergence.adaptive.reading.ReadingsRequest");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void areOfBoundedKinds() {
        Set<Type> seen = new HashSet<>();
        requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("dev.convergence."))
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                        || parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getGenericParameterType())
                .forEach(type -> check(type, type.getTypeName(), seen));

        assertThat(seen).contains(LocalDate.class, Instant.class, BigDecimal.class, String.class);
    }

    private static void check(Type type, String place, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            assertThat(Stream.of(Collection.class, Map.class).anyMatch(kind -> kind.isAssignableFrom(raw)))
                    .as("%s in %s", raw, place)
                    .isTrue();
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> check(part, place, seen));
            return;
        }
        Class<?> one = (Class<?>) type;
        if (BOUNDED.contains(one) || one.isEnum() || READ_BY_HAND.contains(one.getName())) {
            return;
        }
        assertThat(one.isRecord()).as("%s in %s has no bounds", one, place).isTrue();
        for (RecordComponent component : one.getRecordComponents()) {
            check(component.getGenericType(), one.getSimpleName() + "." + component.getName(), seen);
        }
    }
}
