package dev.convergence.problem;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Instant;
import java.time.LocalDate;

/** Whether a day has begun that is over everywhere. */
final class NotPastValidator {

    private NotPastValidator() {}

    private static LocalDate today(ConstraintValidatorContext context) {
        return context.getClockProvider()
                .getClock()
                .instant()
                .atZone(NotPast.LAST_ZONE)
                .toLocalDate();
    }

    static final class OfDates implements ConstraintValidator<NotPast, LocalDate> {

        @Override
        public boolean isValid(LocalDate date, ConstraintValidatorContext context) {
            return date == null || !date.isBefore(today(context));
        }
    }

    static final class OfInstants implements ConstraintValidator<NotPast, Instant> {

        @Override
        public boolean isValid(Instant instant, ConstraintValidatorContext context) {
            return instant == null
                    || !instant.atZone(NotPast.LAST_ZONE).toLocalDate().isBefore(today(context));
        }
    }
}
