package dev.convergence.adaptive.action;

/** What a rule may do. Rules name it in small letters. */
public enum ActionKind {
    /** Moves budget from one channel to another, at the ad platform. */
    BUDGET,
    /** Puts another creative in the place of the present one, by the content platform. */
    CREATIVE,
    /** Narrows or widens whom the campaign speaks to, in the CRM. */
    TARGETING,
    /** Asks the creative team for new variants. */
    VARIANTS
}
