package dev.convergence.paging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many a page of a list may show, where its entries are larger than those of others. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageSize {

    /** Where nothing else is said, by annotation or by the caller. */
    int USUAL = 1000;

    /** How many are shown to callers who do not say. */
    int standard() default USUAL;

    /** How many callers may ask for. */
    int most() default USUAL;
}
