package dev.convergence.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Removes what counts no longer, now and then where something is added: nobody signs in, nothing grows. */
@Component
class SignInCleaner {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final SignInRepository attempts;
    private final SignInPolicy policy;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    SignInCleaner(SignInRepository attempts, SignInPolicy policy, Clock clock) {
        this.attempts = attempts;
        this.policy = policy;
        this.clock = clock;
    }

    void removeOld() {
        Instant now = clock.instant();
        Instant due = next.get();
        if (!now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
            attempts.removeOlder(policy.wrongSince(now), policy.knownSince(now));
        }
    }
}
