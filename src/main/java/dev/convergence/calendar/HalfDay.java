package dev.convergence.calendar;

import java.time.LocalTime;

/** Dates on which work ends early. */
record HalfDay(DatePattern on, LocalTime until) {

    /** Reads {@code 12-24 until 13:00}. */
    static HalfDay parse(String text) {
        String[] parts = text.trim().split("\\s+until\\s+", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is no half day such as '12-24 until 13:00'");
        }
        return new HalfDay(DatePattern.parse(parts[0]), BusinessHours.time(parts[1]));
    }
}
