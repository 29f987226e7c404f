package dev.convergence.adaptive.reading;

import dev.convergence.people.CurrentUser;
import dev.convergence.people.GroupCatalog;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.responsibility.Responsibility;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may deliver readings, by the responsibility matrix; it is looked at again every other second. */
@Component
class DeliveryAuthority {

    private static final String DELIVERY = "deliver-readings";
    private static final String PATTERN = "adaptive";
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private record Known(List<String> groups, long since) {

        boolean isOld() {
            return System.nanoTime() - since > REMEMBERED.toNanos();
        }
    }

    private final ResponsibilityMatrixDecision matrix;
    private final AtomicReference<Known> known = new AtomicReference<>();

    DeliveryAuthority(ResponsibilityMatrixDecision matrix) {
        this.matrix = matrix;
    }

    /** @throws Forbidden for everybody else */
    void require(CurrentUser user) {
        List<String> groups = groups();
        if (groups.stream().noneMatch(user::isIn)) {
            throw new ForbiddenException("members of " + String.join(", ", groups));
        }
    }

    private List<String> groups() {
        Known present = known.get();
        if (present == null || present.isOld()) {
            present = new Known(ask(), System.nanoTime());
            known.set(present);
        }
        return present.groups();
    }

    private List<String> ask() {
        Responsibility delivery = matrix.beside(DELIVERY, PATTERN);
        return Stream.concat(
                        delivery.responsible().stream(), Stream.of(delivery.accountable(), GroupCatalog.ADMINISTRATORS))
                .distinct()
                .toList();
    }
}
