package dev.convergence.engine;

/** Memberships that people have for a while only. */
public interface LentGroups {

    /**
     * Turns a membership for a while into one for good.
     *
     * @return whether it was one for a while
     */
    boolean keep(String user, String group);
}
