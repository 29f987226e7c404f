package dev.convergence.replay;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.CampaignWorkflow;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.planning.PlanningService;
import dev.convergence.campaign.replay.LaunchPlan;
import dev.convergence.campaign.replay.LaunchReplayer;
import dev.convergence.campaign.replay.RecordedDateCalculator;
import dev.convergence.campaign.replay.RecordedMove;
import dev.convergence.demo.DemoActor;
import dev.convergence.notification.NoticeService;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lives a launch through again, day by day. */
@Component
@Profile("replay")
class ReplayService {

    private static final int MOST_DAYS_AFTER_LAUNCH = 60;

    private final CampaignWorkflow workflow;
    private final PlanningService planning;
    private final WorkingCalendarRegistry calendars;
    private final VirtualClock time;
    private final ReplayActor actors;
    private final NoticeService noticeService;
    private final DemoActor demoActor;
    private final RuntimeService runtime;
    private final HistoryService history;

    ReplayService(
            CampaignWorkflow workflow,
            PlanningService planning,
            WorkingCalendarRegistry calendars,
            VirtualClock time,
            ReplayActor actors,
            NoticeService noticeService,
            DemoActor demoActor,
            RuntimeService runtime,
            HistoryService history) {
        this.workflow = workflow;
        this.planning = planning;
        this.calendars = calendars;
        this.time = time;
        this.actors = actors;
        this.noticeService = noticeService;
        this.demoActor = demoActor;
        this.runtime = runtime;
        this.history = history;
    }

    /** Starts the campaign, replays the recorded moves and the work, and tells the story. */
    String of(LaunchPlan launch, String key) {
        ReplayReport report = new ReplayReport();
        LaunchCampaignMapper campaign = new LaunchCampaignMapper(launch.planned(), calendars);
        Map<String, LocalDate> doneOn = doneOn(launch);
        TreeMap<LocalDate, List<RecordedMove>> recorded = launch.moves().stream()
                .collect(Collectors.groupingBy(RecordedMove::on, TreeMap::new, Collectors.toList()));
        LocalDate first = firstDay(campaign, recorded);
        time.set(office().openOf(first));
        start(campaign, key, launch.name(), report);
        RecordedDateCalculator dates = new RecordedDateCalculator();
        LocalDate last = campaign.launchDay().plusDays(MOST_DAYS_AFTER_LAUNCH);
        for (LocalDate day = first; day.isBefore(last) && isRunning(key); day = day.plusDays(1)) {
            replayDay(key, day, dates, recorded.getOrDefault(day, List.of()), doneOn, report);
        }
        return report.text(launch.name() + " (" + launch.source() + ")", noticeService, key, stalled(key));
    }

    private void start(LaunchCampaignMapper campaign, String key, String name, ReplayReport report) {
        demoActor.as("campaign-manager", GroupCatalog.CAMPAIGN_MANAGERS, () -> {
            workflow.campaignRequested(campaign.request(key, name));
            return null;
        });
        report.say(time.now(), "started", name + " as campaign " + key);
    }

    private void replayDay(
            String key,
            LocalDate day,
            RecordedDateCalculator dates,
            List<RecordedMove> moves,
            Map<String, LocalDate> doneOn,
            ReplayReport report) {
        Runnable step = () -> {
            report.climbed(noticeService, key);
            actors.act(key, time.now(), doneOn, report);
        };
        if (!moves.isEmpty()) {
            time.moveTo(later(office().openOf(day)), step);
            dates.add(moves);
            settle(key, day, dates, report);
        }
        time.moveTo(later(office().openOf(day)), step);
        time.moveTo(later(office().closeOf(day)), step);
    }

    private Instant later(Instant instant) {
        return instant.isAfter(time.now()) ? instant : time.now();
    }

    /** Moves what the record wants elsewhere, the earliest first; everything later moves along. */
    private void settle(String key, LocalDate day, RecordedDateCalculator dates, ReplayReport report) {
        int patience = dates.patience();
        Set<String> done = planning.finished(key);
        Optional<PlanEntry> stray = stray(key, dates, done);
        while (stray.isPresent() && patience-- > 0) {
            PlanEntry entry = stray.get();
            report.moved(
                    time.now(),
                    planning.dateMoved(key, entry.id(), dates.of(entry), "recorded on " + day, "campaign-manager"));
            stray = stray(key, dates, done);
        }
    }

    /** What is done keeps its date, whatever was recorded of it later. */
    private Optional<PlanEntry> stray(String key, RecordedDateCalculator dates, Set<String> done) {
        return dates.earliestStray(Plan.recorded(planning.plan(key).entries().stream()
                .filter(entry -> !done.contains(entry.id()))
                .toList()));
    }

    /** The day on which the record, in the end, has the work of each stage done. */
    private Map<String, LocalDate> doneOn(LaunchPlan launch) {
        Plan end = LaunchReplayer.of(launch, calendars).end();
        LaunchCampaignMapper asItWas = new LaunchCampaignMapper(end, calendars);
        return asItWas.stageDates(asItWas.launchDay());
    }

    private LocalDate firstDay(LaunchCampaignMapper campaign, TreeMap<LocalDate, List<RecordedMove>> recorded) {
        LocalDate planned = campaign.firstDay();
        return recorded.isEmpty() || planned.isBefore(recorded.firstKey()) ? planned : recorded.firstKey();
    }

    private boolean isRunning(String key) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    private List<String> stalled(String key) {
        String campaign = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .rootProcessInstances()
                .singleResult()
                .getId();
        return history.createHistoricIncidentQuery().activityId("userTask_reviewGate").list().stream()
                .filter(incident -> campaign.equals(incident.getRootProcessInstanceId()))
                .map(incident -> incident.getIncidentMessage()
                        + (incident.isResolved()
                                ? " Resolved " + incident.getEndTime().toInstant() + "."
                                : " Open."))
                .toList();
    }

    private WorkingCalendar office() {
        return calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS);
    }
}
