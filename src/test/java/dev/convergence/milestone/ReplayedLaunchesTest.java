package dev.convergence.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.planning.PlanChange;
import dev.convergence.campaign.planning.PlanningService;
import dev.convergence.campaign.replay.LaunchPlan;
import dev.convergence.campaign.replay.LaunchReplayer;
import dev.convergence.campaign.replay.RecordedDateCalculator;
import dev.convergence.campaign.replay.RecordedMove;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.people.GroupCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every launch that is shipped, run as a parallel campaign whose dates move as they were recorded to. */
class ReplayedLaunchesTest extends ParallelCampaign {

    private static final List<String> MILESTONES =
            List.of(ReplayedLaunch.DRAFTS_CONVERGED, ReplayedLaunch.FINAL_CONVERGED);

    private static final int MOST_NOTICES = 100_000;

    @Autowired
    private PlanningService planning;

    @Autowired
    private WorkingCalendarRegistry calendars;

    @Autowired
    private ObjectMapper json;

    static Stream<Named<LaunchPlan>> launches() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:launches/*.json"))
                .sorted(Comparator.comparing(Resource::getFilename))
                .map(file -> Named.of(file.getFilename(), read(file)));
    }

    static Stream<Named<LaunchPlan>> returnTrips() throws IOException {
        return launches()
                .filter(launch ->
                        ReturnTrip.pairs(launch.getPayload().moves()).findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("launches")
    void isSummedUpAsPinned(LaunchPlan recorded) throws IOException {
        ReplayedLaunch launch = ReplayedLaunch.of(recorded, calendars);
        begin(launch);
        Plan start = planning.plan(key);

        List<PlanChange> changes = replay(launch);

        Plan end = planning.plan(key);
        assertThat(end).isEqualTo(LaunchReplayer.of(launch.launch(), calendars).end());
        MILESTONES.forEach(milestone -> assertTimerFollowed(milestone, end));
        assertThat(pinned()).contains(summary(launch.launch(), changes, start, end));
    }

    @ParameterizedTest
    @MethodSource("returnTrips")
    void aDateThatComesEarlierAndIsTakenBackLeavesNoTrace(LaunchPlan recorded) {
        ReturnTrip trip = ReturnTrip.in(ReplayedLaunch.of(recorded, calendars));
        begin(trip.launch());
        passTo(trip.there().on());
        Plan before = planning.plan(key);
        List<String> timersBefore = timersAndDueDates();

        PlanChange there = move(trip.there());
        LocalDate home = before.entry(trip.there().id()).orElseThrow().due();
        PlanChange back = move(trip.there().id(), home, trip.back().on());

        assertThat(there.workingDays()).isNegative().isEqualTo(-back.workingDays());
        assertThat(back.dates()).hasSameSizeAs(there.dates());
        assertThat(planning.plan(key).entries()).containsExactlyElementsOf(before.entries());
        assertThat(timersAndDueDates()).containsExactlyElementsOf(timersBefore);
    }

    /** With other moves in between, a date that overtakes others and comes back pushes them along; a slip does not. */
    @ParameterizedTest
    @MethodSource("returnTrips")
    void aDateThatSlipsBackAndIsTakenThereAgainLeavesNoTrace(LaunchPlan recorded) {
        ReturnTrip trip = ReturnTrip.in(ReplayedLaunch.of(recorded, calendars));
        begin(trip.launch());
        passTo(trip.there().on());
        move(trip.there());
        passTo(trip.back().on());
        Plan before = planning.plan(key);
        List<String> timersBefore = timersAndDueDates();

        PlanChange slip = move(trip.back());
        List<String> timersBetween = timersAndDueDates();
        PlanChange undone = move(trip.there());

        assertThat(slip.workingDays()).isPositive().isEqualTo(-undone.workingDays());
        assertThat(timersBetween).isNotEqualTo(timersBefore);
        assertThat(planning.plan(key).entries()).containsExactlyElementsOf(before.entries());
        assertThat(timersAndDueDates()).containsExactlyElementsOf(timersBefore);
    }

    /** A date that is moved ahead, and then back to where it stood. */
    private record ReturnTrip(ReplayedLaunch launch, RecordedMove there, RecordedMove back) {

        static ReturnTrip in(ReplayedLaunch launch) {
            List<RecordedMove> moves = launch.launch().moves();
            return pairs(moves)
                    .map(pair -> new ReturnTrip(launch, pair.get(0), pair.get(1)))
                    .findFirst()
                    .orElseThrow();
        }

        static Stream<List<RecordedMove>> pairs(List<RecordedMove> moves) {
            return moves.stream().flatMap(there -> moves.stream()
                    .filter(back -> back.id().equals(there.id()))
                    .filter(back -> back.on().isAfter(there.on()))
                    .filter(back -> there.to().isBefore(there.from()))
                    .filter(back -> back.from().equals(there.to()) && back.to().equals(there.from()))
                    .map(back -> List.of(there, back)));
        }
    }

    private void begin(ReplayedLaunch launch) {
        moveTo(openingOf(launch.firstDay()));
        LocalDate release = launch.launch()
                .planned()
                .entry(ReplayedLaunch.LAUNCH)
                .orElseThrow()
                .due();
        begin(Map.of(
                "plan",
                SpinValues.jsonValue(json(launch.launch().planned().entries())).create(),
                "plannedLaunch",
                openingOf(release).toString(),
                "weeklySync",
                false));
    }

    private List<PlanChange> replay(ReplayedLaunch launch) {
        RecordedDateCalculator dates = new RecordedDateCalculator();
        List<PlanChange> changes = new ArrayList<>();
        launch.launch().moves().stream()
                .collect(Collectors.groupingBy(RecordedMove::on, TreeMap::new, Collectors.toList()))
                .forEach((day, moves) -> {
                    passTo(day);
                    dates.add(moves);
                    changes.addAll(settleDates(day, dates));
                });
        return changes;
    }

    /** Moves what the record wants elsewhere, the earliest first; everything later moves along. */
    private List<PlanChange> settleDates(LocalDate day, RecordedDateCalculator dates) {
        List<PlanChange> changes = new ArrayList<>();
        Optional<PlanEntry> stray = dates.earliestStray(planning.plan(key));
        while (stray.isPresent() && changes.size() < dates.patience()) {
            changes.add(move(stray.get().id(), dates.of(stray.get()), day));
            stray = dates.earliestStray(planning.plan(key));
        }
        return changes;
    }

    private PlanChange move(RecordedMove recorded) {
        return move(recorded.id(), recorded.to(), recorded.on());
    }

    private PlanChange move(String id, LocalDate to, LocalDate on) {
        PlanChange change = planning.dateMoved(key, id, to, "recorded on " + on, "campaign-manager");
        settle(key);
        return change;
    }

    /** Lets the time pass until a day opens; what falls due on the way fires. */
    private void passTo(LocalDate day) {
        Instant opening = openingOf(day);
        Optional<Job> next = nextTimer(opening);
        while (next.isPresent()) {
            moveTo(later(next.get().getDuedate().toInstant(), now()));
            engine.getManagementService().executeJob(next.get().getId());
            settle(key);
            next = nextTimer(opening);
        }
        moveTo(later(opening, now()));
    }

    private Optional<Job> nextTimer(Instant until) {
        return timerJobs()
                .filter(job -> !job.getDuedate().toInstant().isAfter(until))
                .min(Comparator.comparing(Job::getDuedate));
    }

    private Stream<Job> timerJobs() {
        Set<String> instances = instanceIds(key);
        return engine.getManagementService().createJobQuery().timers().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()));
    }

    private List<String> timersAndDueDates() {
        return Stream.concat(
                        timerJobs().map(job -> job.getProcessInstanceId() + " " + job.getDuedate()),
                        tasks(key).stream().map(task -> task.getName() + " " + task.getDueDate()))
                .sorted()
                .toList();
    }

    /** A date that was over when it was set is no deadline: the milestone keeps the one it had. */
    private void assertTimerFollowed(String milestone, Plan end) {
        Instant due = calendars
                .ofGroup(GroupCatalog.CAMPAIGN_MANAGERS)
                .closeOf(end.entry(milestone).orElseThrow().due());
        if (due.isAfter(now())) {
            assertThat(milestone(milestone).getDueDate()).as(milestone).isEqualTo(java.util.Date.from(due));
        }
    }

    private String summary(LaunchPlan launch, List<PlanChange> changes, Plan start, Plan end) {
        Map<String, Long> told = noticeService.of(key, MOST_NOTICES).stream()
                .collect(Collectors.groupingBy(Notice::subject, TreeMap::new, Collectors.counting()));
        return String.join(
                ",",
                launch.name(),
                "" + changes.size(),
                "" + changes.stream().mapToInt(change -> change.dates().size()).sum(),
                ""
                        + changes.stream()
                                .mapToLong(change -> Math.abs(change.workingDays()))
                                .sum(),
                "" + changes.stream().mapToInt(change -> change.timers().size()).sum(),
                dates(ReplayedLaunch.DRAFTS_CONVERGED, start, end),
                dates(ReplayedLaunch.FINAL_CONVERGED, start, end),
                dates(ReplayedLaunch.LAUNCH, start, end),
                told.entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private static String dates(String id, Plan start, Plan end) {
        return start.entry(id).orElseThrow().due() + ","
                + end.entry(id).orElseThrow().due();
    }

    private Instant openingOf(LocalDate day) {
        return calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).openOf(day);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static List<String> pinned() throws IOException {
        return new ClassPathResource("parallel-launch-summaries.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static LaunchPlan read(Resource file) {
        try (InputStream stream = file.getInputStream()) {
            return LaunchPlan.read(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
