package dev.convergence.adaptive.action.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule may do. Rules name it in small letters. */
public enum ActionKind {
    /** Moves budget from one channel to another, at the ad platform. */
    BUDGET,
    /** Puts another creative in the place of the present one, by the content platform. */
    CREATIVE,
    /** Narrows or widens whom the campaign speaks to, in the CRM. */
    TARGETING,
    /** Asks the creative team for new variants. */
    VARIANTS;

    /** What rules and bounds name it by. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this id, if there is one. */
    public static Optional<ActionKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(ActionKind::id).toList();
    }
}
