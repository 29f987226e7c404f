package dev.convergence.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators that somebody is slowed, once a minute for an account, a source and a reason. Never a password. */
@Component
class SignInLogger {

    private static final Logger LOG = LoggerFactory.getLogger(SignInLogger.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int MOST_TOLD = 1000;
    private static final int LONGEST_NAME = 64;

    private record Told(SignInAttempt attempt, SignInRefusalReason reason) {}

    private final Cache<Told, Boolean> told =
            Caffeine.newBuilder().maximumSize(MOST_TOLD).expireAfterWrite(QUIET).build();

    void slowed(SignInAttempt attempt, String user, String source, SignInPolicy.Refused refused) {
        if (told.asMap().putIfAbsent(new Told(attempt, refused.reason()), true) == null) {
            LOG.warn(
                    "Too many wrong passwords ({}): {} is not let in from {} for up to {} s",
                    refused.reason().tag(),
                    plain(user),
                    plain(source),
                    refused.pause().toSeconds());
        }
    }

    /** On one line, whatever was sent as a name. */
    private static String plain(String text) {
        String line = text.replaceAll("[^\\p{L}\\p{N}.:/@_-]", "?");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
    }
}
