package dev.convergence.escalation.wait;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.calendar.WorkingTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What may be written where a wait's time, calendar or quorum is given. */
@Component
class WaitTermsValidator {

    private final WorkingCalendarRegistry calendars;

    WaitTermsValidator(WorkingCalendarRegistry calendars) {
        this.calendars = calendars;
    }

    Optional<String> faultOfSla(String sla) {
        return fault(sla, text -> {
            if (WorkingTime.parseWait(text).isNegative()) {
                throw new IllegalArgumentException("'" + text + "' ends before it begins");
            }
        });
    }

    Optional<String> faultOfCalendar(String calendar) {
        return fault(calendar, calendars::named);
    }

    Optional<String> faultOfQuorum(String quorum) {
        boolean known = Arrays.stream(Quorum.values()).map(Quorum::id).anyMatch(quorum::equals);
        return known ? Optional.empty() : Optional.of("'" + quorum + "' is no quorum; there are any, all and majority");
    }

    private static Optional<String> fault(String text, Consumer<String> reading) {
        try {
            reading.accept(text);
            return Optional.empty();
        } catch (IllegalArgumentException fault) {
            return Optional.of(fault.getMessage());
        }
    }
}
