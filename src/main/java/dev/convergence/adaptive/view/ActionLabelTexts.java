package dev.convergence.adaptive.view;

import dev.convergence.adaptive.action.ledger.LedgerEntry;
import java.math.BigDecimal;

/** An action as people read it. */
final class ActionLabelTexts {

    private ActionLabelTexts() {}

    /** What it does: {@code Move 300.00 from email to social}. */
    static String what(LedgerEntry action) {
        String what =
                switch (action.kind()) {
                    case BUDGET -> "Move %s from %s to %s".formatted(money(action), action.from(), action.to());
                    case CREATIVE -> "Change the creative of %s%s".formatted(action.from(), detail(action));
                    case TARGETING -> "Change the audience of %s%s".formatted(action.from(), detail(action));
                    case VARIANTS -> "Ask for new variants for %s%s".formatted(action.from(), detail(action));
                };
        return action.reverses() == null ? what : "Take back: " + what;
    }

    /** How far it has come: {@code done}, and whether it still stands. */
    static String outcome(LedgerEntry action) {
        String outcome = action.state().inWords() + givenBack(action);
        return action.reversedBy() == null ? outcome : outcome + ", taken back";
    }

    private static String givenBack(LedgerEntry action) {
        return action.givenBack() == null
                ? ""
                : ", %s given back".formatted(action.givenBack().toPlainString());
    }

    private static String money(LedgerEntry action) {
        if (action.amount() != null) {
            return action.amount().toPlainString();
        }
        BigDecimal share = action.sharePercent();
        return share == null ? "budget" : share.stripTrailingZeros().toPlainString() + " %";
    }

    private static String detail(LedgerEntry action) {
        return action.detail() == null || action.detail().isBlank() ? "" : ": " + action.detail();
    }
}
