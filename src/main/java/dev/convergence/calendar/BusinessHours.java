package dev.convergence.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;

/** Opening and closing time on the wall clock; a close that is not after the opening is on the next day. */
record BusinessHours(LocalTime opens, LocalTime closes) {

    /** Reads {@code 09:00-18:00}, {@code 00:00-24:00} or {@code 22:00-06:00}. */
    static BusinessHours parse(String text) {
        String[] ends = text.trim().split("\\s*-\\s*", -1);
        if (ends.length != 2 || ends[0].equals(ends[1])) {
            throw new IllegalArgumentException("'" + text + "' is no span of hours such as 09:00-18:00");
        }
        return new BusinessHours(time(ends[0]), ends[1].equals("24:00") ? LocalTime.MIDNIGHT : time(ends[1]));
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.trim());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time of day such as 09:00", e);
        }
    }

    boolean closeNextDay() {
        return !closes.isAfter(opens);
    }

    /** These hours, ended early. */
    BusinessHours until(LocalTime early) {
        return closeNextDay() || early.isBefore(closes) ? new BusinessHours(opens, early) : this;
    }
}
