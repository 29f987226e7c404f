package dev.convergence.escalation.stall;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import dev.convergence.people.GroupCatalog;
import dev.convergence.problem.ConcurrentEndGuard;
import dev.convergence.problem.ForbiddenException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything that is stalled, and what can be done about it. Every signed-in person may look; managers, campaign
 * managers, sponsors and administrators act.
 */
@RestController
@RequestMapping("/api/stalls")
class StallController {

    private final StallReader stalls;
    private final StallActionService actions;
    private final WorkingCalendarRegistry calendars;
    private final SystemAuthority system;

    StallController(
            StallReader stalls, StallActionService actions, WorkingCalendarRegistry calendars, SystemAuthority system) {
        this.stalls = stalls;
        this.actions = actions;
        this.calendars = calendars;
        this.system = system;
    }

    record Reminder(@Size(max = 500) String rationale) {}

    /** @param due an instant, or a date: then the close of business of that day in the office */
    record Extension(@NotBlank String due, @NotBlank @Size(max = 2000) String rationale) {}

    /** @param user or else {@code group}: one of both */
    record Reassignment(
            @Size(max = 255) String user, @Size(max = 64) String group, @NotBlank @Size(max = 2000) String rationale) {}

    record Waived(@NotBlank @Size(max = 2000) String rationale) {}

    /** Lists everything that is stalled, and whom it waits for; the longest standing first. */
    @GetMapping
    ResponseEntity<List<Stall>> stalls(PageRequest page) {
        return system.call(() -> stalls.all(page)).answer();
    }

    /** Reminds whom a stall waits for. */
    @PostMapping("/{id}/reminder")
    Stall remindOfStall(
            @PathVariable String id, @Valid @RequestBody(required = false) Reminder reminder, CurrentUser user) {
        requireActing(user);
        return watch(id, () -> actions.remind(id, user.id(), reminder == null ? null : reminder.rationale()));
    }

    /** Gives what stalls a later due date. */
    @PostMapping("/{id}/extension")
    Stall extendStall(@PathVariable String id, @Valid @RequestBody Extension extension, CurrentUser user) {
        requireActing(user);
        Instant due = due(extension.due());
        return watch(id, () -> actions.extend(id, due, user.id(), extension.rationale()));
    }

    /** Gives what stalls to a user or a group. */
    @PostMapping("/{id}/reassignment")
    Stall reassignStall(@PathVariable String id, @Valid @RequestBody Reassignment to, CurrentUser user) {
        requireActing(user);
        boolean toUser = to.user() != null && !to.user().isBlank();
        boolean toGroup = to.group() != null && !to.group().isBlank();
        if (toUser == toGroup) {
            throw new RefusalException("user", "or group must be given, and not both");
        }
        return watch(
                id,
                () -> toUser
                        ? actions.reassignToUser(id, to.user(), user.id(), to.rationale())
                        : actions.reassignToGroup(id, to.group(), user.id(), to.rationale()));
    }

    /** Lets go on without what stalls. */
    @PostMapping("/{id}/waiver")
    Stall waiveStall(@PathVariable String id, @Valid @RequestBody Waived waiver, CurrentUser user) {
        requireActing(user);
        return watch(id, () -> actions.waive(id, user, waiver.rationale()));
    }

    private Stall watch(String id, Supplier<Stall> action) {
        return ConcurrentEndGuard.watch(
                action,
                () -> system.call(() -> stalls.withId(id).isEmpty()),
                "The stall " + id + " ended while you acted on it.");
    }

    private Instant due(String text) {
        try {
            return text.contains("T")
                    ? DateBounds.instant(text)
                    : calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).closeOf(DateBounds.date(text));
        } catch (OutOfBounds out) {
            throw new RefusalException(
                    "due",
                    out.getMessage()
                            + "; a date such as 2027-01-15 or an instant such as 2027-01-15T17:00:00Z is read");
        }
    }

    private static void requireActing(CurrentUser user) {
        if (StallAuthority.ACTING.stream().noneMatch(user::isIn)) {
            throw new ForbiddenException("managers, campaign managers, sponsors and administrators");
        }
    }
}
