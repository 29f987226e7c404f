package dev.convergence.problem;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneOffset;

/** A date or an instant of today or later; today is what it is anywhere on earth. */
@Documented
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {NotPastValidator.OfDates.class, NotPastValidator.OfInstants.class})
public @interface NotPast {

    /** Where each day ends last. */
    ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    String message() default "must not lie in the past";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
