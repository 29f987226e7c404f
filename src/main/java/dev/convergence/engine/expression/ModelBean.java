package dev.convergence.engine.expression;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A bean that deployed models may name in their expressions. No other bean is within their reach. */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {

    /** The name by which models call the bean. */
    @AliasFor(annotation = Component.class)
    String value();

    /** From where they may. There is no default: each bean says so for itself. */
    BeanReach reach();

    /** The processes, in whatever version, that may name it; any process, where none is named. */
    String[] in() default {};
}
