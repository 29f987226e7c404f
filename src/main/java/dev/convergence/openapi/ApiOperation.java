package dev.convergence.openapi;

import java.util.Arrays;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What the mapping of a controller's method says of its operation. */
record ApiOperation(HandlerMethod method) {

    /** Takes a token in its address in place of a user; see the calendar's controller. */
    private static final String CALENDAR = "/calendar.ics";

    /** Whether it changes something. */
    boolean changes() {
        return !Set.of(mapping().method()).contains(RequestMethod.GET);
    }

    /** Whether nobody has to sign in. */
    boolean isOpen() {
        return Arrays.stream(mapping().path()).anyMatch(CALENDAR::equals);
    }

    boolean hasParameters() {
        return method.getMethodParameters().length > 0;
    }

    boolean hasBody() {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    /** Whether its address names something that may not exist. */
    boolean namesSomething() {
        RequestMapping ofType = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
        return isVariable(mapping()) || isOpen() || ofType != null && isVariable(ofType);
    }

    private static boolean isVariable(RequestMapping mapping) {
        return Arrays.stream(mapping.path()).anyMatch(path -> path.contains("{"));
    }

    private RequestMapping mapping() {
        return AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    }
}
