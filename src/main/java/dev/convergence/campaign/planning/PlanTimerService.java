package dev.convergence.campaign.planning;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.bounds.DateBounds;
import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.PlanMove;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.PatternModel;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.escalation.DueDateService;
import dev.convergence.escalation.wait.StallKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The running timers and due dates that hang on planned dates: open gates and handoffs, stages at work, the launch. */
@Component
class PlanTimerService {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final DueDateService dueDateService;
    private final PatternModel models;
    private final AdaptiveCampaignRepository adaptive;
    private final WorkingCalendarRegistry calendars;
    private final Clock clock;

    PlanTimerService(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            DueDateService dueDateService,
            PatternModel models,
            AdaptiveCampaignRepository adaptive,
            WorkingCalendarRegistry calendars,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.dueDateService = dueDateService;
        this.models = models;
        this.adaptive = adaptive;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** A time of the day that the campaign keeps beside the plan's date, with the timer that waits for it. */
    private enum PlannedTime {
        LAUNCH(CampaignPlanFactory.LAUNCH, CampaignProcess.PLANNED_LAUNCH, CampaignProcess.PLANNED_LAUNCH_EVENT),
        END(CampaignPlanFactory.LIVE, AdaptiveProcess.PLANNED_END, AdaptiveProcess.END_REACHED);

        private final String entry;
        private final ProcessVariable<String> processVariable;
        private final String event;

        PlannedTime(String entry, ProcessVariable<String> processVariable, String event) {
            this.entry = entry;
            this.processVariable = processVariable;
            this.event = event;
        }
    }

    /** One timer that moves, and how: it is given the reason. */
    record Movable(PlanChange.TimerMove move, Consumer<String> apply) {}

    List<Movable> of(String campaignInstanceId, String key, PlanMove planMove) {
        Map<String, PlanMove.Shift> shifts =
                planMove.shifts().stream().collect(Collectors.toMap(PlanMove.Shift::id, Function.identity()));
        List<Movable> movable = new ArrayList<>();
        for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(key).list()) {
            RowReader.one("open task", task.getName(), () -> element(task))
                    .flatMap(element -> element)
                    .map(shifts::get)
                    .ifPresent(shift -> movable.addAll(due(task, shift)));
        }
        for (PlannedTime time : PlannedTime.values()) {
            Optional.ofNullable(shifts.get(time.entry))
                    .ifPresent(shift -> movable.addAll(move(time, campaignInstanceId, key, shift)));
        }
        return movable;
    }

    /** What the plan calls a task's wait: the gate, handoff or milestone, or else the stage or track at work. */
    private Optional<String> element(Task task) {
        return waitKind(task)
                .map(kind -> (String) tasks.getVariable(task.getId(), kind.idVariable()))
                .or(() -> models.stage(task.getProcessDefinitionId(), task.getTaskDefinitionKey()))
                .or(() ->
                        Optional.ofNullable((String) tasks.getVariable(task.getId(), CampaignContext.TRACK_ID.name())));
    }

    private static Optional<StallKind> waitKind(Task task) {
        return Arrays.stream(StallKind.values())
                .filter(kind -> kind.taskKey().equals(task.getTaskDefinitionKey()))
                .findFirst();
    }

    /** A date that has passed when it is set is no deadline that anybody could keep: the present one stays. */
    private List<Movable> due(Task task, PlanMove.Shift shift) {
        Instant to = calendars.ofGroup(shift.group()).closeOf(shift.to());
        if (!to.isAfter(clock.instant())) {
            return List.of();
        }
        Instant from = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        Consumer<String> apply = reason -> dueDateService.move(task.getId(), to, reason);
        return List.of(new Movable(new PlanChange.TimerMove(shift.id(), task.getName(), from, to), apply));
    }

    private List<Movable> move(PlannedTime time, String campaignInstanceId, String key, PlanMove.Shift shift) {
        Object planned = runtime.getVariable(campaignInstanceId, time.processVariable.name());
        if (planned == null) {
            return List.of();
        }
        WorkingCalendar calendar = calendars.ofGroup(shift.group());
        Optional<Instant> known = RowReader.one("planned time of", key, () -> DateBounds.instant(planned.toString()));
        Instant from = known.orElse(null);
        Instant to = known.map(before -> sameTimeOn(shift.to(), before, calendar.zone()))
                .orElseGet(() -> calendar.openOf(shift.to()));
        Consumer<String> apply = reason -> {
            runtime.setVariable(campaignInstanceId, time.processVariable.name(), to.toString());
            timer(key, time).ifPresent(timer -> management.setJobDuedate(timer.getId(), Date.from(to)));
            if (time == PlannedTime.END) {
                adaptive.liveUntil(key, to);
            }
        };
        return List.of(new Movable(new PlanChange.TimerMove(shift.id(), shift.what(), from, to), apply));
    }

    private static Instant sameTimeOn(LocalDate date, Instant instant, ZoneId zone) {
        return date.atTime(instant.atZone(zone).toLocalTime()).atZone(zone).toInstant();
    }

    private Optional<Job> timer(String key, PlannedTime time) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(time.event)
                                .list()
                                .stream())
                .findFirst();
    }
}
