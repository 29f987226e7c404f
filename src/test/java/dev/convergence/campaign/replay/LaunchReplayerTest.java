package dev.convergence.campaign.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.calendar.ShippedCalendars;
import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.plan.PlanMove;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every launch that is shipped, lived through again. */
class LaunchReplayerTest {

    private static final WorkingCalendarRegistry CALENDARS = ShippedCalendars.calendars();

    static Stream<Named<LaunchPlan>> launches() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:launches/*.json"))
                .sorted(Comparator.comparing(Resource::getFilename))
                .map(file -> Named.of(file.getFilename(), read(file)));
    }

    @ParameterizedTest
    @MethodSource("launches")
    void endsOnTheLastRecordedDates(LaunchPlan launch) {
        Map<String, LocalDate> last = new HashMap<>();
        launch.moves().forEach(move -> last.put(move.id(), move.to()));

        LaunchReplayer replay = LaunchReplayer.of(launch, CALENDARS);

        assertThat(last)
                .allSatisfy(
                        (id, day) -> assertThat(due(replay.end(), id)).as(id).isEqualTo(day));
        assertThat(replay.strays()).isEmpty();
        assertThat(replay.end().entries())
                .extracting(PlanEntry::id)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        launch.listed().entries().stream().map(PlanEntry::id).toList());
    }

    @ParameterizedTest
    @MethodSource("launches")
    void movesEveryLaterDateWithEachMove(LaunchPlan launch) {
        LaunchReplayer.of(launch, CALENDARS).moves().forEach(LaunchReplayerTest::assertRipple);
    }

    @ParameterizedTest
    @MethodSource("launches")
    void comesBackFromEverySlip(LaunchPlan launch) {
        Plan plan = onWorkingDays(launch.planned());
        for (PlanEntry entry : plan.entries()) {
            for (long days : List.of(1, 3, 10)) {
                LocalDate later = calendar(entry).addDays(entry.due(), days);
                Plan there = plan.move(entry.id(), later, CALENDARS).after();
                assertThat(there.move(entry.id(), entry.due(), CALENDARS).after())
                        .isEqualTo(plan);
            }
        }
    }

    @Test
    void isSummedUpAsPinned() throws IOException {
        String pinned = new ClassPathResource("launch-summaries.csv").getContentAsString(StandardCharsets.UTF_8);
        List<String> summaries =
                launches().map(launch -> summary(launch.getPayload())).toList();
        assertThat(summaries).containsExactlyElementsOf(pinned.lines().skip(1).toList());
    }

    private static String summary(LaunchPlan launch) {
        LaunchReplayer replay = LaunchReplayer.of(launch, CALENDARS);
        return String.join(
                ",",
                launch.name(),
                "" + launch.listed().entries().size(),
                "" + launch.moves().size(),
                "" + launch.findings().size(),
                "" + replay.moves().size(),
                "" + replay.shifts(),
                lastDay(launch.planned()).toString(),
                lastDay(replay.end()).toString());
    }

    private static void assertRipple(PlanMove move) {
        PlanEntry moved = move.before().entry(move.id()).orElseThrow();
        for (PlanEntry before : move.before().entries()) {
            LocalDate after = due(move.after(), before.id());
            boolean follows = before.due().isAfter(moved.due());
            if (follows) {
                assertThat(calendar(before).workingDaysBetween(before.due(), after))
                        .isEqualTo(move.workingDays());
            } else if (!before.equals(moved)) {
                assertThat(after).isEqualTo(before.due());
            }
        }
    }

    /** The plan with its dates on working days: on others a working day's distance is not reversible. */
    private static Plan onWorkingDays(Plan plan) {
        return Plan.of(plan.entries().stream()
                .map(entry -> calendar(entry).isWorkingDay(entry.due())
                        ? entry
                        : entry.dueOn(calendar(entry).addDays(entry.due(), 1)))
                .toList());
    }

    private static WorkingCalendar calendar(PlanEntry entry) {
        return CALENDARS.ofGroup(entry.group());
    }

    private static LocalDate lastDay(Plan plan) {
        return plan.entries().stream()
                .map(PlanEntry::due)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate due(Plan plan, String id) {
        return plan.entry(id).orElseThrow().due();
    }

    private static LaunchPlan read(Resource file) {
        try (InputStream json = file.getInputStream()) {
            return LaunchPlan.read(json);
        } catch (IOException e) {
            throw new IllegalStateException(file.getFilename(), e);
        }
    }
}
