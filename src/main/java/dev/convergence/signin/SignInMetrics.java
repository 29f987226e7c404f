package dev.convergence.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many sign-ins were refused: {@code convergence_sign_ins_refused_total}. */
@Component
class SignInMetrics {

    private final Map<SignInRefusalReason, Counter> counters;

    SignInMetrics(MeterRegistry meters) {
        counters = Arrays.stream(SignInRefusalReason.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), reason -> counter(reason, meters)));
    }

    private static Counter counter(SignInRefusalReason reason, MeterRegistry meters) {
        return Counter.builder("convergence.sign.ins.refused")
                .description("Sign-ins that were refused, by the reason")
                .tag("reason", reason.tag())
                .register(meters);
    }

    void count(SignInRefusalReason reason) {
        counters.get(reason).increment();
    }
}
