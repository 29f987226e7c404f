package dev.convergence.adaptive.action.limit;

import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.calendar.WorkingTime;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** What may be written where bounds are given. */
public final class BoundsTermsValidator {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BoundsTermsValidator() {}

    static Optional<String> faultOfPercent(BigDecimal percent) {
        boolean right = percent != null && percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
        return right ? Optional.empty() : Optional.of("must lie between 0 and 100");
    }

    public static Optional<String> faultOfKinds(Collection<String> kinds) {
        return kinds.stream()
                .filter(kind -> ActionKind.named(kind).isEmpty())
                .findFirst()
                .map(kind -> "names '" + kind + "', which is none of " + ActionKind.ids());
    }

    public static Optional<String> faultOfTime(String time) {
        try {
            WorkingTime parsed = WorkingTime.parseWait(time);
            return parsed.isNegative() || parsed.isZero()
                    ? Optional.of("must be longer than nothing")
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("is no working time: " + unreadable.getMessage());
        }
    }

    /** None is none of somebody's own: that of those who are asked. */
    public static Optional<String> faultOfCalendar(String calendar, WorkingCalendarRegistry calendars) {
        return calendar == null || calendars.names().contains(calendar)
                ? Optional.empty()
                : Optional.of("is no working calendar; there are " + calendars.names());
    }
}
