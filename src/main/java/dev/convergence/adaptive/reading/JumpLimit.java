package dev.convergence.adaptive.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The largest change that a metric makes at once.
 *
 * @param words as it was written
 * @param factor whether it is a multiple; otherwise a difference
 */
record JumpLimit(String words, boolean factor, BigDecimal size) {

    private static final Pattern WORDS = Pattern.compile("(times|by) (\\d{1,12}(?:\\.\\d{1,6})?)");

    /**
     * Reads {@code times 10} and {@code by 0.5}.
     *
     * @throws IllegalArgumentException for anything else, and for what would call everything a jump
     */
    static JumpLimit parse(String words) {
        Matcher parts = WORDS.matcher(words);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + words + "' is no jump such as 'times 10' or 'by 0.5'");
        }
        boolean factor = parts.group(1).equals("times");
        BigDecimal size = new BigDecimal(parts.group(2));
        if (size.compareTo(factor ? BigDecimal.ONE : BigDecimal.ZERO) <= 0) {
            throw new IllegalArgumentException("'" + words + "' leaves no room");
        }
        return new JumpLimit(words, factor, size);
    }

    /** Nothing is a multiple of zero. */
    boolean isTooFar(BigDecimal mean, BigDecimal value) {
        if (!factor) {
            return value.subtract(mean).abs().compareTo(size) > 0;
        }
        if (mean.signum() == 0) {
            return false;
        }
        return mean.signum() != value.signum()
                || value.abs().compareTo(mean.abs().multiply(size)) > 0
                || value.abs().multiply(size).compareTo(mean.abs()) < 0;
    }
}
