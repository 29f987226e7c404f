package dev.convergence.engine.identity;

/** Decides whether a password may be tried at all. Asked at every door, whether or not there is such a user. */
public interface SignInGuard {

    /** Whether the password is looked at; where not, it is refused as if it were wrong. */
    boolean admits(String user);

    void accepted(String user);

    void rejected(String user);
}
