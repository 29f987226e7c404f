package dev.convergence.adaptive.source;

/** What a person says of data that was doubted. */
public enum CheckAnswer {
    /** The world has changed: the new level is believed. */
    GENUINE,
    /** It was a hiccup: nothing changes. */
    IGNORED,
    /** The source cannot be trusted: its rules act no more until a person says so. */
    SUSPENDED
}
