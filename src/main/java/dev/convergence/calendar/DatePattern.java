package dev.convergence.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/** A date of one year ({@code 2026-12-28}) or of every year ({@code 12-24}). */
record DatePattern(MonthDay day, Integer year) {

    static DatePattern parse(String text) {
        String date = text.trim();
        try {
            if (date.length() == "12-24".length()) {
                return new DatePattern(MonthDay.parse("--" + date), null);
            }
            LocalDate once = LocalDate.parse(date);
            return new DatePattern(MonthDay.from(once), once.getYear());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no date such as 12-24 or 2026-12-28", e);
        }
    }

    boolean matches(LocalDate date) {
        return MonthDay.from(date).equals(day) && (year == null || year == date.getYear());
    }
}
