package dev.convergence.paging;

import org.springframework.core.MethodParameter;

/**
 * How many entries a page of one list has.
 *
 * @param standard where the caller does not say
 * @param most how many callers may ask for
 */
record PageBounds(int standard, int most) {

    /** Of the list that this parameter asks for. */
    static PageBounds of(MethodParameter parameter) {
        PageSize size = parameter.getParameterAnnotation(PageSize.class);
        return size == null
                ? new PageBounds(PageSize.USUAL, PageSize.USUAL)
                : new PageBounds(size.standard(), size.most());
    }
}
