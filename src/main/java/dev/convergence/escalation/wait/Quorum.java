package dev.convergence.escalation.wait;

import dev.convergence.engine.variable.RefusalException;
import java.util.Arrays;
import java.util.Locale;

/** How many of the accountable group must agree. */
public enum Quorum {
    /** One of them decides for all. */
    ANY,
    /** Each of them votes, and all must approve. */
    ALL,
    /** Each of them votes, and more than half must approve. */
    MAJORITY;

    /**
     * The quorum of this name, in lower case as process owners write it.
     *
     * @throws Refusal where there is none of this name
     */
    static Quorum named(String name, String gate) {
        return Arrays.stream(values())
                .filter(quorum -> quorum.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusalException(
                        "quorum", "of gate " + gate + " must be any, all or majority, not " + name));
    }

    /** As process owners write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
