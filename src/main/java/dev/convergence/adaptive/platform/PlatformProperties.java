package dev.convergence.adaptive.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The systems that carry out what campaigns decide. One without an address is played by the application's own memory,
 * except in production, where its instructions fail.
 *
 * @param timeout the longest that a call may take, the connection included
 */
@ConfigurationProperties("convergence.platforms")
record PlatformProperties(@DefaultValue("PT10S") Duration timeout, System adPlatform, System content, System crm) {

    static final String TIMEOUT = "convergence.platforms.timeout";

    /**
     * One system.
     *
     * @param secret signs each call (Standard Webhooks): {@code whsec_} and at least 24 random bytes in Base64
     * @param allowPrivate whether the address may be plain http, and in a private network
     */
    record System(String url, String secret, boolean allowPrivate) {

        boolean isSetUp() {
            return url != null && !url.isBlank();
        }

        /** Holds a secret. */
        @Override
        public String toString() {
            return "System";
        }
    }
}
