package dev.convergence.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

/** A clock that can be set, held against a database's. */
@ExtendWith(OutputCaptureExtension.class)
class NodeClockTest {

    private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");
    private static final ClockProperties COMPARED =
            new ClockProperties(true, Duration.ofSeconds(2), Duration.ofSeconds(1));

    private final ClockInHand wall = new ClockInHand();
    private final NodeClock clock = clock(COMPARED);
    private final List<Instant> read = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private boolean reachable = true;

    private final ClockMonitor monitor = new ClockMonitor(
            clock,
            new DatabaseTimeRepository(null) {
                @Override
                Optional<DatabaseTime> read(Duration longest) {
                    if (!reachable) {
                        throw new DataAccessResourceFailureException("away");
                    }
                    return Optional.of(new DatabaseTime(NINE.plus(passed), passed.toNanos()));
                }
            },
            COMPARED,
            List.of(read::add));

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT2S, true", "-PT2S, true", "PT2.001S, false", "-PT2.001S, false", "PT10M, false"})
    void isRightWithinTheTolerance(Duration ahead, boolean right) {
        wall.ahead = ahead;

        monitor.compare();

        assertThat(clock.isRight()).isEqualTo(right);
        assertThat(clock.ahead()).contains(ahead);
    }

    @Test
    void isNotRightBeforeItWasCompared() {
        assertThat(clock.isRight()).isFalse();
        assertThat(new ClockHealthIndicator(clock, COMPARED).health().getDetails())
                .containsEntry("reason", "The clock of this node could not be compared with the database's yet.");
    }

    @Test
    void noticesAClockThatIsSetWithoutAskingTheDatabase() {
        monitor.compare();
        pass(Duration.ofHours(1));
        assertThat(clock.isRight()).isTrue();

        wall.ahead = Duration.ofMinutes(10);

        assertThat(clock.isRight()).isFalse();
        assertThat(clock.databaseNow()).contains(NINE.plus(Duration.ofHours(1)));
    }

    @Test
    void saysOnceEachTimeThatItTurnsWrongOrRight(CapturedOutput output) {
        monitor.compare();
        wall.ahead = Duration.ofMinutes(-10);
        monitor.compare();
        monitor.compare();
        wall.ahead = Duration.ZERO;
        monitor.compare();
        monitor.compare();

        assertThat(output.getAll().lines().filter(line -> line.contains("ClockMonitor")))
                .satisfiesExactly(
                        wrong -> assertThat(wrong)
                                .contains("WARN", "10m behind the database's", "convergence.clock.tolerance (2s)")
                                .contains("takes no jobs and is not ready"),
                        right -> assertThat(right).contains("INFO", "takes jobs and is ready"));
    }

    @Test
    void tellsWhoeverAsksForTheTimeOfTheDatabaseAndNotItsOwn() {
        wall.ahead = Duration.ofMinutes(10);

        monitor.compare();

        assertThat(read).containsExactly(NINE);
    }

    @Test
    void keepsWhatItKnowsWhileTheDatabaseIsAway() {
        monitor.compare();
        reachable = false;
        pass(Duration.ofMinutes(2));

        monitor.compare();

        assertThat(clock.isRight()).isTrue();
        assertThat(read).hasSize(1);
    }

    @Test
    void saysWhyItIsDown() {
        wall.ahead = Duration.ofMinutes(10);
        monitor.compare();

        assertThat(new ClockHealthIndicator(clock, COMPARED).health()).satisfies(health -> {
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).containsEntry("ahead", "PT10M");
            assertThat(health.getDetails().get("reason"))
                    .isEqualTo("The clock of this node is 10m ahead of the database's, more than"
                            + " convergence.clock.tolerance (2s): set it, by NTP.");
        });
    }

    @Test
    void isAlwaysRightWhereTimeIsMovedOnPurpose() {
        ClockProperties moved = new ClockProperties(false, Duration.ofSeconds(2), Duration.ofSeconds(1));

        assertThat(clock(moved).isRight()).isTrue();
        assertThat(new ClockHealthIndicator(clock(moved), moved).health().getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void refusesAToleranceThatNoClockKeeps() {
        assertThatThrownBy(() -> new ClockProperties(true, Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessage("convergence.clock.tolerance must be at least 100ms");
        assertThatThrownBy(() -> new ClockProperties(true, Duration.ofSeconds(2), Duration.ofMillis(-1)))
                .hasMessage("convergence.clock.check-every must be at least 100ms");
    }

    private NodeClock clock(ClockProperties properties) {
        return new NodeClock(wall, () -> passed.toNanos(), properties);
    }

    private void pass(Duration time) {
        passed = passed.plus(time);
    }

    private final class ClockInHand extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return NINE.plus(passed).plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
