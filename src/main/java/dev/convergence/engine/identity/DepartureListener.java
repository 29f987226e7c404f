package dev.convergence.engine.identity;

/**
 * Hears of people and groups that go, by whatever door, in the transaction in which they go and before they are gone: a
 * name that is made again later cannot be told from the old one.
 */
public interface DepartureListener {

    /** The user is about to be deleted. */
    default void userLeaves(String user) {}

    /**
     * The group is about to be deleted.
     *
     * @throws org.camunda.bpm.engine.BadUserRequestException where it must stay
     */
    default void groupLeaves(String group) {}

    /** The user is about to leave the group, and stays. */
    default void memberLeaves(String user, String group) {}
}
