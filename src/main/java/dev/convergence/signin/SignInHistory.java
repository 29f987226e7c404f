package dev.convergence.signin;

import java.time.Instant;

/**
 * What went before an attempt to sign in.
 *
 * @param knownPlace whether the account signed in from this source before
 * @param place wrong passwords for this account from this source
 * @param source wrong passwords from this source for any account
 * @param account wrong passwords for this account from any source
 */
record SignInHistory(boolean knownPlace, Wrong place, Wrong source, Wrong account) {

    /**
     * Wrong passwords within the window.
     *
     * @param first when the first of them came; null where there is none
     */
    record Wrong(int count, Instant first) {}
}
