package dev.convergence.bounds;

import java.math.BigDecimal;

/** The numbers that the application works with; a number of a few characters may have millions of digits. */
public final class NumberBounds {

    /** Digits before the point. */
    public static final int MOST_DIGITS = 15;

    /** Digits after the point. */
    public static final int MOST_DECIMALS = 12;

    private NumberBounds() {}

    /** @throws OutOfBounds where it has too many digits */
    public static BigDecimal checked(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        if (number.signum() != 0 && digits > MOST_DIGITS
                || number.scale() > MOST_DECIMALS
                || number.scale() < -MOST_DIGITS) {
            throw new OutOfBounds("must have at most %d digits before the point and %d after it"
                    .formatted(MOST_DIGITS, MOST_DECIMALS));
        }
        return number;
    }
}
