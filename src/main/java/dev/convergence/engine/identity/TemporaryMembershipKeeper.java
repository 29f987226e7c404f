package dev.convergence.engine.identity;

import java.util.Set;

/** Memberships that people have for a while only. */
public interface TemporaryMembershipKeeper {

    /**
     * Turns a membership for a while into one for good.
     *
     * @return whether it was one for a while
     */
    boolean keep(String user, String group);

    /** Those who are members of a group for a while only. */
    Set<String> borrowersOf(String group);

    /** Whether this thread takes back at the moment what was lent; the tasks go back with it. */
    boolean isGivingBack();
}
