package dev.convergence.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be, and how long a sign-in counts.
 *
 * @param apiBody the longest body of a call to {@code /api}
 * @param engineBody the longest body of a call to the engine, where models are deployed
 * @param signInKept how long a sign-in counts for whoever delivers readings, before the engine is asked again; at most
 *     3 seconds, 0 asks each time
 */
@ConfigurationProperties("convergence.security")
record SecurityProperties(
        @DefaultValue("256KB") DataSize apiBody,
        @DefaultValue("5MB") DataSize engineBody,
        @DefaultValue("3s") Duration signInKept) {

    /** As long as the web applications keep a login's groups: what is taken from somebody ends everywhere at once. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    SecurityProperties {
        if (signInKept.isNegative() || signInKept.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("convergence.security.sign-in-kept must be between 0 and 3s");
        }
    }
}
