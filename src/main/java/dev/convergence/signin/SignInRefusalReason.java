package dev.convergence.signin;

import java.util.Locale;

/** Why somebody was not let in. */
enum SignInRefusalReason {
    /** The user does not exist, or has another password. */
    WRONG,
    /** Too many wrong passwords for this account from this source. */
    PLACE,
    /** Too many wrong passwords from this source. */
    SOURCE,
    /** Too many wrong passwords for this account. */
    ACCOUNT;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
