package dev.convergence.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeWindowManagerTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The nights of 28 March and 31 October 2027 have an hour less and one more. */
    @ParameterizedTest
    @CsvSource({
        "22:00, 04:00, 2027-03-01T20:59:59Z, 2027-03-01T21:00:00Z, 2027-03-02T03:00:00Z",
        "22:00, 04:00, 2027-03-01T21:00:00Z, 2027-03-01T21:00:00Z, 2027-03-02T03:00:00Z",
        "22:00, 04:00, 2027-03-02T02:59:59Z, 2027-03-01T21:00:00Z, 2027-03-02T03:00:00Z",
        "22:00, 04:00, 2027-03-02T03:00:00Z, 2027-03-02T21:00:00Z, 2027-03-03T03:00:00Z",
        "22:00, 04:00, 2027-07-01T12:00:00Z, 2027-07-01T20:00:00Z, 2027-07-02T02:00:00Z",
        "22:00, 04:00, 2027-03-27T22:00:00Z, 2027-03-27T21:00:00Z, 2027-03-28T02:00:00Z",
        "22:00, 04:00, 2027-10-30T23:00:00Z, 2027-10-30T20:00:00Z, 2027-10-31T03:00:00Z",
        "01:00, 05:00, 2027-03-01T03:00:00Z, 2027-03-01T00:00:00Z, 2027-03-01T04:00:00Z",
        "01:00, 05:00, 2027-03-01T04:00:00Z, 2027-03-02T00:00:00Z, 2027-03-02T04:00:00Z",
    })
    void findsTheWindowOfNowOrTheNext(LocalTime from, LocalTime to, Instant now, Instant begins, Instant ends) {
        BatchWindow window =
                new OfficeWindowManager(from, to, BERLIN).getCurrentOrNextBatchWindow(Date.from(now), null);

        assertThat(window.getStart().toInstant()).isEqualTo(begins);
        assertThat(window.getEnd().toInstant()).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T20:00:00Z, 2027-03-01T21:00:00Z",
        "2027-03-01T22:00:00Z, 2027-03-02T21:00:00Z",
        "2027-03-02T01:00:00Z, 2027-03-02T21:00:00Z",
    })
    void findsTheNextWindowFromWithinOne(Instant now, Instant begins) {
        OfficeWindowManager windows = new OfficeWindowManager(LocalTime.of(22, 0), LocalTime.of(4, 0), BERLIN);

        assertThat(windows.getNextBatchWindow(Date.from(now), null).getStart().toInstant())
                .isEqualTo(begins);
    }
}
