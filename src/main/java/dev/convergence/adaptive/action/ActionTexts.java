package dev.convergence.adaptive.action;

import dev.convergence.adaptive.action.ledger.LedgerEntry;
import java.math.BigDecimal;

/** Actions as people speak of them. */
final class ActionTexts {

    /** A task's name holds no more than 255 characters. */
    private static final int LONGEST_LABEL = 200;

    private ActionTexts() {}

    /** The same, as short as the name of a task must be. */
    static String label(LedgerEntry action) {
        return shortened(of(action));
    }

    /** What variants are to be made of: the name of that task says already that they are. */
    static String subject(LedgerEntry action) {
        String channel = name(action.from());
        return shortened(
                action.detail() == null || action.detail().isBlank()
                        ? channel
                        : channel + " (" + action.detail() + ")");
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_LABEL ? words : words.substring(0, LONGEST_LABEL - 1) + "…";
    }

    /** What is to be done, or was done where it moved money. */
    static String of(LedgerEntry action) {
        String what = action.isReversal() ? takenBack(action) : asked(action);
        return action.detail() == null || action.detail().isBlank() ? what : what + ": " + action.detail();
    }

    static String nothingToMove(LedgerEntry action) {
        return "There is nothing to move from %s to %s.".formatted(name(action.from()), name(action.to()));
    }

    private static String asked(LedgerEntry action) {
        return switch (action.kind()) {
            case BUDGET ->
                "Move %s of the budget of %s to %s".formatted(amount(action), name(action.from()), name(action.to()));
            case CREATIVE -> "Put another creative up on " + name(action.from());
            case TARGETING -> "Refine the targeting of " + name(action.from());
            case VARIANTS -> "Make new variants for " + name(action.from());
        };
    }

    private static String takenBack(LedgerEntry action) {
        return switch (action.kind()) {
            case BUDGET ->
                "Give %s of %s back to %s".formatted(action.amount(), name(action.from()), name(action.to()));
            case CREATIVE -> "Put the earlier creative up again on " + name(action.from());
            case TARGETING -> "Go back to the earlier targeting of " + name(action.from());
            case VARIANTS -> "Withdraw the new variants for " + name(action.from());
        };
    }

    private static String amount(LedgerEntry action) {
        return action.amount() == null
                ? percent(action.sharePercent())
                : action.amount().toPlainString();
    }

    private static String percent(BigDecimal share) {
        return (share == null ? "0" : share.stripTrailingZeros().toPlainString()) + " %";
    }

    private static String name(String channel) {
        return channel == null || channel.isBlank() ? "all channels" : channel;
    }
}
