package dev.convergence.escalation.wait;

import dev.convergence.calendar.WallTimeFormatter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A wait in words, and whom it concerns. */
@Component
public class WaitTexts {

    private final Map<StallKind, SharedWaitReader> shared;

    WaitTexts(List<SharedWaitReader> shared) {
        this.shared = shared.stream().collect(Collectors.toMap(SharedWaitReader::kind, Function.identity()));
    }

    /** What waits since when for whom until when, and what is missing. */
    public String of(Wait wait) {
        ZoneId zone = wait.calendar().zone();
        return shared(wait)
                .flatMap(one -> one.cause(wait.campaign().key(), wait.id(), zone))
                .map(cause -> cause + " In " + wait.campaignTitle() + " this waits for " + whom(wait) + ".")
                .orElseGet(() -> waited(wait, zone));
    }

    private String waited(Wait wait, ZoneId zone) {
        return wait.title() + " has waited since " + WallTimeFormatter.of(wait.since(), zone) + " for " + whom(wait)
                + "; due "
                + WallTimeFormatter.of(wait.dueAt(), zone) + "."
                + shared(wait).map(one -> one.missing(wait.blockId())).orElse("");
    }

    private static String whom(Wait wait) {
        return wait.group()
                + wait.assignee().map(user -> " (claimed by " + user + ")").orElse("");
    }

    /** Every team that depends on what is waited for; the group waited for where nobody else is known. */
    public List<String> dependents(Wait wait) {
        return shared(wait)
                .map(one -> one.dependents(wait.blockId()))
                .filter(groups -> !groups.isEmpty())
                .orElseGet(() -> List.of(wait.group()));
    }

    private Optional<SharedWaitReader> shared(Wait wait) {
        return Optional.ofNullable(shared.get(wait.kind()));
    }
}
