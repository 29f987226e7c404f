package dev.convergence.adaptive.action.ledger;

/** How far an action has come. */
public enum ActionState {
    /** A rule has asked for it; nobody has weighed it yet. */
    OPEN("asked for"),
    /** A person is asked. */
    ASKED("waits for approval"),
    /** Decided, and its budget moved in the books; the platform is not told yet, or the variants are being made. */
    BOOKED("under way"),
    /** The platform has taken it. */
    DONE("done"),
    /** A person said no, or there was nothing to do. */
    DECLINED("declined"),
    /** Nobody answered in time, and its evidence is old by now. */
    LAPSED("lapsed"),
    /** The campaign was over before it was done. */
    STOPPED("stopped");

    private final String words;

    ActionState(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String inWords() {
        return words;
    }
}
