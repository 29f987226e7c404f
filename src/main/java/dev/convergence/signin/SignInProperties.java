package dev.convergence.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many wrong passwords are too many. What is refused because of them is not counted, so nothing is refused for
 * longer than the window.
 *
 * @param window how long a wrong password counts
 * @param wrongPerPlace wrong passwords for one account from one source, after which that source is not listened to for
 *     that account
 * @param wrongPerSource wrong passwords from one source for all accounts, after which it is listened to only for accounts
 *     that signed in from it before
 * @param wrongPerAccount wrong passwords for one account from all sources, after which only the sources are listened to
 *     from which it signed in before
 * @param placeKept how long it is remembered that an account signed in from a source
 */
@ConfigurationProperties("convergence.security.sign-in")
record SignInProperties(
        @DefaultValue("15m") Duration window,
        @DefaultValue("10") int wrongPerPlace,
        @DefaultValue("30") int wrongPerSource,
        @DefaultValue("50") int wrongPerAccount,
        @DefaultValue("30d") Duration placeKept) {

    SignInProperties {
        require(window.toSeconds() > 0, "window", "must be at least 1s");
        require(placeKept.compareTo(window) >= 0, "place-kept", "must not be shorter than the window");
        require(wrongPerPlace > 0, "wrong-per-place", "must be at least 1");
        require(wrongPerSource >= wrongPerPlace, "wrong-per-source", "must not be less than wrong-per-place");
        require(wrongPerAccount >= wrongPerPlace, "wrong-per-account", "must not be less than wrong-per-place");
    }

    private static void require(boolean met, String setting, String reason) {
        if (!met) {
            throw new IllegalArgumentException("convergence.security.sign-in." + setting + " " + reason);
        }
    }
}
