package dev.convergence.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When guessing is slowed. Whoever comes from a known place is slowed by what came from that place alone. */
@Component
class SignInPolicy {

    private final SignInProperties limits;

    SignInPolicy(SignInProperties limits) {
        this.limits = limits;
    }

    /**
     * An attempt that is not listened to.
     *
     * @param pause until the next attempt is
     */
    record Refused(SignInRefusalReason reason, Duration pause) {}

    Optional<Refused> refusal(SignInHistory history, Instant now) {
        return over(history.place(), limits.wrongPerPlace(), SignInRefusalReason.PLACE, now)
                .or(() -> history.knownPlace() ? Optional.empty() : refusalOfStranger(history, now));
    }

    private Optional<Refused> refusalOfStranger(SignInHistory history, Instant now) {
        return over(history.source(), limits.wrongPerSource(), SignInRefusalReason.SOURCE, now)
                .or(() -> over(history.account(), limits.wrongPerAccount(), SignInRefusalReason.ACCOUNT, now));
    }

    private Optional<Refused> over(SignInHistory.Wrong wrong, int most, SignInRefusalReason reason, Instant now) {
        return wrong.count() < most
                ? Optional.empty()
                : Optional.of(
                        new Refused(reason, Duration.between(now, wrong.first().plus(limits.window()))));
    }

    Instant wrongSince(Instant now) {
        return now.minus(limits.window());
    }

    Instant knownSince(Instant now) {
        return now.minus(limits.placeKept());
    }
}
