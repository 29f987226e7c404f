package dev.convergence.feed;

import dev.convergence.engine.identity.KnownUserReader;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Who may read the calendar: calendar programs cannot log in, so a token in the address stands for a user. */
@Component
class CalendarAccess {

    private static final int TOKEN_BYTES = 32;

    /** A program that reads every few minutes shall not write as often. */
    private static final Duration USE_IS_NEWS_AFTER = Duration.ofHours(1);

    private final CalendarTokenRepository tokens;
    private final KnownUserReader users;
    private final IdentityService identity;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarAccess(CalendarTokenRepository tokens, KnownUserReader users, IdentityService identity, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.identity = identity;
        this.clock = clock;
    }

    /** @param token told this once; only its hash is kept */
    record Granted(String token, Instant createdAt) {

        /** Without the token: logs print this. */
        @Override
        public String toString() {
            return "Granted[createdAt=" + createdAt + "]";
        }
    }

    /** A new token in place of the user's older one. */
    Granted grant(CurrentUser user) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        tokens.put(user.id(), Sha256Encoder.of(token), now);
        return new Granted(token, now);
    }

    Optional<CalendarTokenRepository.Token> granted(CurrentUser user) {
        return tokens.ofUser(user.id());
    }

    /** @throws NotFound where the user has none */
    void revoke(CurrentUser user) {
        if (!tokens.remove(user.id())) {
            throw new NotFoundException("Calendar token of", user.id());
        }
    }

    /**
     * Whom a token stands for, with the groups of now; empty where it stands for nobody, or for somebody in no group. Whoever is
     * created anew under the id of a user who is gone does not inherit the token.
     */
    Optional<CurrentUser> reader(String token) {
        Optional<CalendarTokenRepository.Token> known = tokens.withHash(Sha256Encoder.of(token));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String user = known.get().user();
        if (!users.exists(user)) {
            tokens.remove(user);
            return Optional.empty();
        }
        CurrentUser reader = withGroups(user);
        if (!reader.isMember()) {
            return Optional.empty();
        }
        noteUse(known.get());
        return Optional.of(reader);
    }

    private void noteUse(CalendarTokenRepository.Token token) {
        Instant now = clock.instant();
        if (token.lastUsedAt()
                .filter(used -> used.plus(USE_IS_NEWS_AFTER).isAfter(now))
                .isEmpty()) {
            tokens.used(token.hash(), now.truncatedTo(ChronoUnit.HOURS));
        }
    }

    private CurrentUser withGroups(String user) {
        return new CurrentUser(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet()));
    }
}
