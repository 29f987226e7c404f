package dev.convergence.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is replayed.
 *
 * @param launch the name of a shipped launch, or a resource such as {@code file:my-launch.json}
 * @param away the gate whose reviewers are away: they act when the sponsor was called
 */
@ConfigurationProperties("convergence.replay")
record ReplayProperties(String launch, String away) {

    ReplayProperties {
        launch = launch == null ? "kubernetes-1.30" : launch;
        away = away == null ? "assets-ready" : away;
    }
}
