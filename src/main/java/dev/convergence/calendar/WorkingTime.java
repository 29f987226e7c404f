package dev.convergence.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of working time: working days, and working hours, minutes and seconds on top. Written as in ISO 8601:
 * {@code P2D}, {@code PT4H}, {@code P1DT4H30M}, {@code -PT20S}. A day is a working day however long it is, and a week
 * is five of them.
 */
public final class WorkingTime {

    /** No time at all. */
    public static final WorkingTime ZERO = new WorkingTime(0, Duration.ZERO);

    private static final int DAYS_OF_A_WEEK = 5;
    private static final long MOST_DAYS = 20_000;
    private static final Duration MOST_TIME = Duration.ofHours(200_000);
    private static final long LONGEST_WAIT_DAYS = 1_300;
    private static final Duration LONGEST_WAIT_TIME = Duration.ofHours(10_400);
    private static final Pattern FORM = Pattern.compile(
            "(-)?P(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?(T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})S)?)?");

    private final long days;
    private final Duration time;

    private WorkingTime(long days, Duration time) {
        this.days = days;
        this.time = time;
    }

    /**
     * Reads an amount.
     *
     * @throws IllegalArgumentException naming the text and the reason
     */
    public static WorkingTime parse(String text) {
        if (text == null || text.isBlank()) {
            throw refused(text, "it is empty");
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw refused(text, reason(text));
        }
        WorkingTime amount = bounded(text, daysOf(parts), timeOf(parts));
        return parts.group(1) == null ? amount : amount.negated();
    }

    /**
     * Reads how long something may wait: at most five years, so that the calendars reach as far.
     *
     * @throws IllegalArgumentException naming the text and the reason
     */
    public static WorkingTime parseWait(String text) {
        WorkingTime wait = parse(text);
        if (Math.abs(wait.days) > LONGEST_WAIT_DAYS || wait.time.abs().compareTo(LONGEST_WAIT_TIME) > 0) {
            throw refused(
                    text,
                    "nobody waits for more than " + LONGEST_WAIT_DAYS + " working days or "
                            + LONGEST_WAIT_TIME.toHours() + " working hours");
        }
        return wait;
    }

    /** Working days alone; negative goes back. */
    public static WorkingTime ofDays(long days) {
        return bounded(days + " days", days, Duration.ZERO);
    }

    /** Working hours, minutes and seconds alone, in whole seconds; negative goes back. */
    public static WorkingTime of(Duration time) {
        return bounded(time.toString(), 0, Duration.ofSeconds(time.toSeconds()));
    }

    /** The same amount in the other direction. */
    public WorkingTime negated() {
        return new WorkingTime(-days, time.negated());
    }

    public boolean isNegative() {
        return days < 0 || time.isNegative();
    }

    public boolean isZero() {
        return days == 0 && time.isZero();
    }

    long days() {
        return days;
    }

    Duration time() {
        return time;
    }

    private static long daysOf(Matcher parts) {
        return number(parts.group(2)) * DAYS_OF_A_WEEK + number(parts.group(3));
    }

    private static Duration timeOf(Matcher parts) {
        return Duration.ofHours(number(parts.group(5)))
                .plusMinutes(number(parts.group(6)))
                .plusSeconds(number(parts.group(7)));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static WorkingTime bounded(String text, long days, Duration time) {
        if (Math.abs(days) > MOST_DAYS || time.abs().compareTo(MOST_TIME) > 0) {
            throw refused(
                    text,
                    "it is more than " + MOST_DAYS + " working days or " + MOST_TIME.toHours() + " working hours");
        }
        return new WorkingTime(days, time);
    }

    private static String reason(String text) {
        if (text.matches("[-+]?P\\d+[YM].*")) {
            return "years and months are no working time; use weeks, days, hours, minutes or seconds";
        }
        if (text.matches(".*[.,]\\d.*")) {
            return "fractions are not understood; use a smaller unit";
        }
        return "expected something like P2D, PT4H, P1DT4H30M or -PT20S";
    }

    private static IllegalArgumentException refused(String text, String reason) {
        return new IllegalArgumentException("'" + text + "' is not an amount of working time: " + reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingTime that && days == that.days && time.equals(that.time);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(days) * 31 + time.hashCode();
    }

    /** The amount as people say it: {@code 1 working day}, {@code 4 working hours 30 minutes}. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        say(words, days, "day");
        say(words, time.toHours(), "hour");
        say(words, time.toMinutesPart(), "minute");
        say(words, time.toSecondsPart(), "second");
        return words.isEmpty() ? "no time" : String.join(" ", words);
    }

    private static void say(List<String> words, long amount, String unit) {
        if (amount != 0) {
            words.add(amount + (words.isEmpty() ? " working " : " ") + unit + (amount == 1 ? "" : "s"));
        }
    }

    /** The amount as {@link #parse} reads it. */
    @Override
    public String toString() {
        if (isNegative()) {
            return "-" + negated();
        }
        if (isZero()) {
            return "PT0S";
        }
        return "P" + part(days, "D") + (time.isZero() ? "" : "T" + clock());
    }

    private String clock() {
        return part(time.toHours(), "H") + part(time.toMinutesPart(), "M") + part(time.toSecondsPart(), "S");
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
