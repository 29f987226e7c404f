package dev.convergence.campaign.conflict;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a touchpoint states of one fact.
 *
 * @param says as people read it
 * @param means the same for two statements that agree
 */
public record Statement(String says, String means) {

    /** Words: how they are written does not matter. */
    public static Statement text(String text) {
        return new Statement(text.strip(), Normal.of(text));
    }

    /** Money, by its numeric value. */
    public static Statement price(BigDecimal amount, String currency) {
        return new Statement(
                amount.toPlainString() + " " + currency,
                amount.stripTrailingZeros().toPlainString() + " " + currency);
    }

    public static Statement day(LocalDate day) {
        return new Statement(day.toString(), day.toString());
    }

    boolean agreesWith(Statement other) {
        return means.equals(other.means);
    }
}
