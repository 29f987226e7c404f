package dev.convergence.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The shifts that open in one year, with the working time that precedes each of them. */
final class WorkingYear {

    private final List<Shift> shifts;
    private final List<LocalDate> dates;
    private final List<Duration> before = new ArrayList<>();
    private final Duration total;

    WorkingYear(List<Shift> shifts) {
        this.shifts = shifts;
        this.dates = shifts.stream().map(Shift::date).toList();
        Duration sum = Duration.ZERO;
        for (Shift shift : shifts) {
            before.add(sum);
            sum = sum.plus(shift.length());
        }
        this.total = sum;
    }

    int size() {
        return shifts.size();
    }

    Duration total() {
        return total;
    }

    Shift shift(int index) {
        return shifts.get(index);
    }

    /** How many working days there are up to and with a date. */
    int countUntil(LocalDate date) {
        int found = Collections.binarySearch(dates, date);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Working time of this year before one of its shifts. */
    Duration before(Shift shift) {
        return before.get(Collections.binarySearch(dates, shift.date()));
    }

    /** The shift during which the year's working time reaches an amount; at a border the one that ends there. */
    Shift reaching(Duration worked) {
        int found = Collections.binarySearch(before, worked);
        return shifts.get(Math.max(0, found >= 0 ? found - 1 : -found - 2));
    }

    /** As {@link #reaching}, but at a border the shift that begins there. */
    Shift leaving(Duration worked) {
        int found = Collections.binarySearch(before, worked);
        return shifts.get(found >= 0 ? found : -found - 2);
    }
}
