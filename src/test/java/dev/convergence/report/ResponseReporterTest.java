package dev.convergence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.convergence.calendar.ShippedCalendars;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.calendar.WorkingTime;
import dev.convergence.context.CampaignContext;
import dev.convergence.escalation.wait.Quorum;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicy;
import dev.convergence.escalation.wait.WaitPolicyReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of the report, with more waits than a test would have the engine hold. */
class ResponseReporterTest {

    private static final int MOST = 5000;
    private static final Instant OPENED = Instant.parse("2027-03-01T08:00:00Z");
    private static final WorkingCalendarRegistry CALENDARS = ShippedCalendars.calendars();

    private final ObservedWaitRepository waits = mock(ObservedWaitRepository.class);
    private final WaitPolicyReader policies = mock(WaitPolicyReader.class);
    private final ResponseReporter reports = new ResponseReporter(
            waits, mock(WaitsRecordContributor.class), policies, CALENDARS, Clock.fixed(OPENED, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"5000, 5000, false", "5001, 0, true", "0, 5001, true"})
    void saysWhereItWasCut(int answered, int open, boolean cut) {
        given(answered, open);

        ResponseReport report = reports.of(null, null);

        assertThat(report.cut()).isEqualTo(cut);
        assertThat(report.groups().get(0).figures().n()).isEqualTo(Math.min(answered, MOST));
        assertThat(report.groups().get(0).figures().open()).isEqualTo(Math.min(open, MOST));
        verify(waits).answered(null, null, MOST + 1);
        verify(waits).open(MOST + 1);
    }

    @Test
    void asksForAPolicyOnceForWaitsThatItCannotTellApart() {
        given(300, 200);

        reports.of(null, null);

        verify(policies, times(1)).of(any(), any(), any(), any());
    }

    private void given(int answered, int open) {
        when(waits.answered(any(), any(), anyInt())).thenReturn(waits(answered, Optional.of(OPENED.plusSeconds(60))));
        when(waits.open(anyInt())).thenReturn(waits(open, Optional.empty()));
        when(policies.of(any(), any(), any(), any()))
                .thenReturn(new WaitPolicy(
                        "marketing",
                        WorkingTime.of(Duration.ofHours(4)),
                        CALENDARS.ofGroup("marketing"),
                        Quorum.ANY,
                        false));
    }

    private static List<ObservedWait> waits(int times, Optional<Instant> answeredAt) {
        CampaignContext campaign = new CampaignContext("instance", "key", Map.of());
        return IntStream.range(0, times)
                .mapToObj(task -> new ObservedWait(
                        "task " + task,
                        StallKind.STALLED_GATE,
                        "assets-ready",
                        campaign,
                        Map.of("gateId", "assets-ready"),
                        OPENED,
                        answeredAt,
                        Optional.empty()))
                .toList();
    }
}
