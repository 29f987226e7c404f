package dev.convergence.adaptive.source.answer;

/** How a silence ends. */
public enum SilenceAnswer {
    /** The source was heard, or somebody let it act by the API: nobody answered the task. */
    HEARD,
    /** A person says that it is back; its rules act again, and it is watched again. */
    BACK,
    /** A person retires it for this campaign. */
    RETIRED
}
