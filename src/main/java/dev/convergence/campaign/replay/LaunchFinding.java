package dev.convergence.campaign.replay;

/**
 * Something odd in a launch's file, which was read nevertheless.
 *
 * @param at the line of the file, such as {@code moves[3]}
 * @param what the entry that the line is about
 * @param detail the odd value and what was expected
 */
public record LaunchFinding(Kind kind, String at, String what, String detail) {

    /** What is odd, and what was made of it. */
    public enum Kind {
        /** A move of something that the plan does not list; left out. */
        UNKNOWN_ENTRY,
        /** A missing or unreadable date; the line is left out. */
        UNREADABLE_DATE,
        /** A date far from all others of the plan, as of a wrong year; a move to it is left out, a start there is not believed. */
        FAR_OFF,
        /** A move from a day on which, by the record so far, the entry was not; its new day is believed. */
        OTHER_START,
        /** The plan lists neither the first nor the last recorded day of the entry; the record is believed. */
        OTHER_END
    }
}
