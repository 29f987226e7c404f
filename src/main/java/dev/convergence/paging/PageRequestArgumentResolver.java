package dev.convergence.paging;

import dev.convergence.bounds.OutOfBounds;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands {@link PageRequest} to controllers that ask for it; what is no page is refused, with the name of the parameter. */
@Component
class PageRequestArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    static final String FIRST = "first";
    static final String MAX = "max";

    PageRequestArgumentResolver() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageRequest.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PageRequest.class);
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        PageBounds bounds = PageBounds.of(parameter);
        Asked asked = new Asked(request, parameter);
        return new PageRequest(
                asked.number(FIRST, 0, 0, PageRequest.MOST_SKIPPED),
                asked.number(MAX, bounds.standard(), 1, bounds.most()));
    }

    private record Asked(NativeWebRequest request, MethodParameter parameter) {

        int number(String name, int standard, int least, int most) {
            String text = request.getParameter(name);
            if (text == null) {
                return standard;
            }
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException none) {
                // Refused below, like a number out of bounds.
            }
            OutOfBounds reason = new OutOfBounds("must be a whole number from %d to %d".formatted(least, most));
            throw new MethodArgumentTypeMismatchException(text, Integer.class, name, parameter, reason);
        }
    }
}
