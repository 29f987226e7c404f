package dev.convergence.engine.lock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a start or a deployment waits for another.
 *
 * @param patience after it, the start or the deployment fails; far longer than any of them takes on a slow machine
 */
@ConfigurationProperties("convergence.lock")
record LockProperties(@DefaultValue("10m") Duration patience) {

    LockProperties {
        if (patience.toSeconds() < 1) {
            throw new IllegalArgumentException("convergence.lock.patience must be at least 1s");
        }
    }
}
