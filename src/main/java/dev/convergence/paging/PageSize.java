package dev.convergence.paging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.MethodParameter;

/** How many a page of a list may show, where its entries are larger than those of others. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageSize {

    /** Where nothing else is said, by annotation or by the caller. */
    int USUAL = 1000;

    /** How many are shown to callers who do not say. */
    int standard() default USUAL;

    int most() default USUAL;

    /** How many are shown of the list that this parameter asks for. */
    static int standard(MethodParameter parameter) {
        PageSize size = parameter.getParameterAnnotation(PageSize.class);
        return size == null ? USUAL : size.standard();
    }

    /** How many may be asked for of the list that this parameter asks for. */
    static int most(MethodParameter parameter) {
        PageSize size = parameter.getParameterAnnotation(PageSize.class);
        return size == null ? USUAL : size.most();
    }
}
