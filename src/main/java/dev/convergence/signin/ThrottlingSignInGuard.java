package dev.convergence.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.convergence.engine.identity.SignInGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, by the attempts that all nodes have seen. Whoever has just signed in from a place
 * is let try from there without asking the database: one wrong password ends that.
 */
@Component
class ThrottlingSignInGuard implements SignInGuard {

    private static final Duration TRUSTED = Duration.ofMinutes(10);
    private static final int MOST_TRUSTED = 10_000;

    private final SignInRequestContext requests;
    private final SignInRepository attempts;
    private final SignInPolicy policy;
    private final SignInCleaner cleanup;
    private final SignInMetrics metrics;
    private final SignInLogger log;
    private final Clock clock;
    private final Cache<SignInAttempt, Boolean> trusted = Caffeine.newBuilder()
            .maximumSize(MOST_TRUSTED)
            .expireAfterWrite(TRUSTED)
            .build();

    ThrottlingSignInGuard(
            SignInRequestContext requests,
            SignInRepository attempts,
            SignInPolicy policy,
            SignInCleaner cleanup,
            SignInMetrics metrics,
            SignInLogger log,
            Clock clock) {
        this.requests = requests;
        this.attempts = attempts;
        this.policy = policy;
        this.cleanup = cleanup;
        this.metrics = metrics;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public boolean admits(String user) {
        SignInAttempt attempt = attemptOf(user);
        if (trusted.getIfPresent(attempt) != null) {
            return true;
        }
        Optional<SignInPolicy.Refused> refused = refusal(attempt);
        refused.ifPresent(refusal -> refuse(attempt, user, refusal));
        return refused.isEmpty();
    }

    private Optional<SignInPolicy.Refused> refusal(SignInAttempt attempt) {
        Instant now = clock.instant();
        return policy.refusal(attempts.before(attempt, policy.wrongSince(now), policy.knownSince(now)), now);
    }

    private void refuse(SignInAttempt attempt, String user, SignInPolicy.Refused refusal) {
        metrics.count(refusal.reason());
        log.slowed(attempt, user, requests.source(), refusal);
        requests.retryAfter(refusal.pause());
    }

    @Override
    public void accepted(String user) {
        SignInAttempt attempt = attemptOf(user);
        if (trusted.asMap().putIfAbsent(attempt, true) == null) {
            attempts.addRight(attempt, clock.instant());
        }
    }

    @Override
    public void rejected(String user) {
        SignInAttempt attempt = attemptOf(user);
        trusted.invalidate(attempt);
        attempts.addWrong(attempt, clock.instant());
        cleanup.removeOld();
        metrics.count(SignInRefusalReason.WRONG);
    }

    private SignInAttempt attemptOf(String user) {
        return SignInAttempt.of(user, requests.source());
    }
}
