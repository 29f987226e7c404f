package dev.convergence.security.body;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param bodyTime within which the whole body of a request must have come, counted from when it is first asked for */
@ConfigurationProperties("convergence.security")
record BodyProperties(@DefaultValue("10s") Duration bodyTime) {

    BodyProperties {
        if (bodyTime.toMillis() <= 0) {
            throw new IllegalArgumentException("convergence.security.body-time must be longer than 0");
        }
    }
}
