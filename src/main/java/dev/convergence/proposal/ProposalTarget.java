package dev.convergence.proposal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a proposal may be about. */
enum ProposalTarget {
    ADAPTATION_RULES("adaptation-rules"),
    READING_QUALITY("reading-quality"),
    READING_SOURCES("reading-sources"),
    ADAPTATION_BOUNDS("adaptation-bounds"),
    GATE_POLICY("gate-policy"),
    MODEL("model");

    private final String id;

    ProposalTarget(String id) {
        this.id = id;
    }

    static Optional<ProposalTarget> withId(String id) {
        return Arrays.stream(values()).filter(target -> target.id.equals(id)).findFirst();
    }

    /** All ids, for those who have to choose among them. */
    static String ids() {
        return Arrays.stream(values()).map(ProposalTarget::id).collect(Collectors.joining(", "));
    }

    /** The id of a decision, or that it is about a process. */
    String id() {
        return id;
    }

    /** As people say it. */
    String inWords() {
        return this == MODEL ? "a model" : id;
    }
}
