package dev.convergence.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a gate can be decided. */
public enum GateOutcome {
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    SENT_BACK,
    STOPPED,
    WAIVED;

    public static Optional<GateOutcome> named(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst();
    }

    /** An outcome as people read it in a sentence. */
    public static String inWords(String outcome) {
        return outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean isThat(Optional<String> name) {
        return name.filter(name()::equals).isPresent();
    }

    public boolean approves() {
        return this == APPROVED || this == APPROVED_WITH_CONDITIONS;
    }

    /** Whoever decides against the campaign's progress, or without a review, says why. */
    public boolean needsComment() {
        return this == SENT_BACK || this == STOPPED || this == WAIVED;
    }
}
