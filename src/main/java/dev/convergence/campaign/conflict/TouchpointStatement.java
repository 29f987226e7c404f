package dev.convergence.campaign.conflict;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a touchpoint states of one fact.
 *
 * @param says as people read it
 * @param means the same for two statements that agree
 */
public record TouchpointStatement(String says, String means) {

    /** Words: how they are written does not matter. */
    public static TouchpointStatement text(String text) {
        return new TouchpointStatement(text.strip(), TextNormalizer.of(text));
    }

    /** Money, by its numeric value. */
    public static TouchpointStatement price(BigDecimal amount, String currency) {
        return new TouchpointStatement(
                amount.toPlainString() + " " + currency,
                amount.stripTrailingZeros().toPlainString() + " " + currency);
    }

    public static TouchpointStatement day(LocalDate day) {
        return new TouchpointStatement(day.toString(), day.toString());
    }

    boolean agreesWith(TouchpointStatement other) {
        return means.equals(other.means);
    }
}
