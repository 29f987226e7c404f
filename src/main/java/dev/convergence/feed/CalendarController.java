package dev.convergence.feed;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.notification.delivery.LinkBuilder;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.NotFoundException;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The calendar over HTTP, and the token that opens it. Everybody who is in a group may have one, for what everybody
 * in a group may read; the token opens the calendar and nothing else. Whoever has lost their groups may still revoke it.
 */
@RestController
@RequestMapping("/api")
class CalendarController {

    private static final String FEED = "/api/calendar.ics";
    private static final String MEDIA_TYPE = "text/calendar;charset=utf-8";
    private static final String NOT_KEPT_ON_THE_WAY = "private, no-store";

    private final CalendarFeedService feed;
    private final CalendarAccess access;
    private final SystemAuthority system;
    private final LinkBuilder linkBuilder;

    CalendarController(
            CalendarFeedService feed, CalendarAccess access, SystemAuthority system, LinkBuilder linkBuilder) {
        this.feed = feed;
        this.access = access;
        this.system = system;
        this.linkBuilder = linkBuilder;
    }

    /**
     * A token as its owner sees it once.
     *
     * @param url what a calendar program subscribes to
     */
    record NewToken(String url, String token, Instant createdAt) {

        /** Without the token: logs print this. */
        @Override
        public String toString() {
            return "NewToken[createdAt=" + createdAt + "]";
        }
    }

    /**
     * What is known of a token.
     *
     * @param present whether there is one
     * @param lastUsedAt to the hour; null where it was never used
     */
    record TokenState(boolean present, Instant createdAt, Instant lastUsedAt) {}

    /**
     * Shows the milestones, gates, syncs and launches of the running campaigns, as an iCalendar stream.
     *
     * @param token from {@code POST /api/calendar/token}; with any other there is no calendar here
     */
    @GetMapping(path = "/calendar.ics", produces = MEDIA_TYPE)
    ResponseEntity<byte[]> calendar(@RequestParam(defaultValue = "") String token) {
        byte[] calendar =
                system.call(() -> access.reader(token).map(feed::of)).orElseThrow(CalendarController::unknown);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT_ON_THE_WAY)
                .eTag(Sha256Encoder.of(calendar))
                .body(calendar);
    }

    private static NotFoundException unknown() {
        return new NotFoundException("Calendar", "with this token");
    }

    /** No token has characters that are never in order; whoever tries is told what everybody without one is told. */
    @ExceptionHandler
    ProblemDetail unknown(RequestRejectedException rejected) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown().getMessage());
    }

    /** Makes a calendar token for the caller, in place of an older one. It is shown this once. */
    @PostMapping("/calendar/token")
    @ResponseStatus(HttpStatus.CREATED)
    NewToken makeCalendarToken(CurrentUser user) {
        CalendarAccess.Granted granted = access.grant(user);
        String path = FEED + "?token=" + granted.token();
        String url = linkBuilder
                .address(path)
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path);
        return new NewToken(url, granted.token(), granted.createdAt());
    }

    /** Shows whether the caller has a token, since when, and when it was used last; never the token. */
    @GetMapping("/calendar/token")
    TokenState calendarToken(CurrentUser user) {
        return access.granted(user)
                .map(token -> new TokenState(
                        true, token.createdAt(), token.lastUsedAt().orElse(null)))
                .orElseGet(() -> new TokenState(false, null, null));
    }

    /** Revokes the caller's calendar token at once. */
    @DeleteMapping("/calendar/token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeCalendarToken(CurrentUser user) {
        access.revoke(user);
    }
}
