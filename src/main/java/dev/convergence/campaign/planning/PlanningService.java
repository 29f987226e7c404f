package dev.convergence.campaign.planning;

import dev.convergence.bounds.DateBounds;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.alignment.AlignmentService;
import dev.convergence.campaign.alignment.ConflictChange;
import dev.convergence.campaign.alignment.ConflictMonitor;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.plan.PlanMove;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.campaign.request.OpenCampaignReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.milestone.MilestoneMove;
import dev.convergence.milestone.MilestonePlanPolicy;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves planned dates: a slip of n working days moves every later date by n and tells its owner. */
@Component
public class PlanningService implements MilestonePlanPolicy {

    /** The subject of notices of dates that moved. */
    static final String SUBJECT = "plan";

    private final RuntimeService runtime;
    private final OpenCampaignReader running;
    private final CampaignPlanRepository plans;
    private final PlanTimerService timers;
    private final UnplannedMilestoneReader milestones;
    private final LastMoveRepository last;
    private final FinishedElementReader elements;
    private final AlignmentService alignmentService;
    private final ConflictMonitor watch;
    private final WorkingCalendarRegistry calendars;
    private final PlanWarningReader warnings;
    private final NoticeService noticeService;
    private final EventPublisher eventPublisher;
    private final SystemAuthority system;

    PlanningService(
            RuntimeService runtime,
            OpenCampaignReader running,
            CampaignPlanRepository plans,
            PlanTimerService timers,
            UnplannedMilestoneReader milestones,
            LastMoveRepository last,
            FinishedElementReader elements,
            AlignmentService alignmentService,
            ConflictMonitor watch,
            WorkingCalendarRegistry calendars,
            PlanWarningReader warnings,
            NoticeService noticeService,
            EventPublisher eventPublisher,
            SystemAuthority system) {
        this.runtime = runtime;
        this.running = running;
        this.plans = plans;
        this.timers = timers;
        this.milestones = milestones;
        this.last = last;
        this.elements = elements;
        this.alignmentService = alignmentService;
        this.watch = watch;
        this.calendars = calendars;
        this.warnings = warnings;
        this.noticeService = noticeService;
        this.eventPublisher = eventPublisher;
        this.system = system;
    }

    /** The plan of a running campaign. */
    public Plan plan(String key) {
        return system.call(() -> plans.of(running.withPlanAhead(key)));
    }

    /** The ids of what a running campaign has behind it; their dates stay. */
    public Set<String> finished(String key) {
        return system.call(() -> elements.done(running.withPlanAhead(key)));
    }

    /** What moving a date would touch; nothing is changed. */
    public PlanChange preview(String key, String id, LocalDate due) {
        return system.call(() -> {
            CampaignContext campaign = running.withPlanAhead(key);
            PlanMove move = move(campaign, id, due);
            return change(campaign, move, timers.of(campaign.instanceId(), key, move), true);
        });
    }

    /** Moves the date with all that hangs on it, and tells every team it touches. */
    @Transactional
    public PlanChange dateMoved(String key, String id, LocalDate due, String reason, String by) {
        return system.call(() -> {
            CampaignContext campaign = running.withPlanAhead(key);
            PlanMove move = move(campaign, id, due);
            List<PlanTimerService.Movable> movable = timers.of(campaign.instanceId(), key, move);
            runtime.setVariable(
                    campaign.instanceId(), CampaignContext.PLAN.name(), plans.write(campaign, move.after()));
            last.remember(campaign, move);
            movable.forEach(timer -> timer.apply().accept(by + ": " + reason));
            move.shifts().forEach(shift -> tell(campaign, move, shift, reason, by));
            eventPublisher.happened(
                    EventTypeCatalog.DATE_MOVED, key, id, Map.of("moves", move.shifts(), "reason", reason, "by", by));
            watch.factsChanged(campaign.instanceId(), key);
            return change(campaign, move, movable, false);
        });
    }

    /** Moves a milestone's date as its task asks; the plan learns of the milestone where it did not know it. */
    @Transactional
    public void milestoneMoved(String key, MilestoneMove move) {
        system.run(() -> {
            CampaignContext campaign = running.of(key);
            Plan plan = plans.of(campaign);
            if (plan.entry(move.milestone()).isEmpty()) {
                PlanEntry entry =
                        UnplannedMilestoneReader.entry(move.milestone(), move.name(), move.before(), calendars);
                runtime.setVariable(
                        campaign.instanceId(), CampaignContext.PLAN.name(), plans.write(campaign, plan.with(entry)));
            }
            dateMoved(key, move.milestone(), move.due(), move.reason(), move.by());
        });
    }

    @Override
    public void requireMovable(String campaign, String milestone, LocalDate due) {
        system.run(() -> move(running.withPlanAhead(campaign), milestone, due));
    }

    private PlanMove move(CampaignContext campaign, String id, LocalDate due) {
        if (id.equals(CampaignPlanFactory.LAUNCH)
                && CampaignProcess.LAUNCHED_AT.find(campaign.values()).isPresent()) {
            throw new TooLateException("Campaign " + campaign.key() + " has launched.");
        }
        Set<String> done = elements.done(campaign);
        if (done.contains(id)) {
            throw new SettledDateException(id);
        }
        Plan plan = plans.of(campaign);
        Optional<PlanEntry> repaired = plans.repaired(campaign, id, due);
        if (repaired.isPresent()) {
            return plan.dated(repaired.get());
        }
        if (plan.entry(id).isEmpty()) {
            plan = plan.with(milestones
                    .planned(campaign.key(), id, calendars)
                    .orElseThrow(() -> new NotFoundException("Planned date", id)));
        }
        Plan present = plan;
        try {
            return withinBounds(last.takenBack(campaign, present, id, due)
                    .map(before -> present.moveBackTo(before, id, done, calendars))
                    .orElseGet(() -> present.move(id, due, done, calendars)));
        } catch (DateTimeException beyond) {
            throw new RefusalException("due", "would move a date to where no calendar reaches");
        }
    }

    private static PlanMove withinBounds(PlanMove move) {
        move.shifts().stream()
                .filter(shift -> !DateBounds.holds(shift.to()))
                .findFirst()
                .ifPresent(shift -> {
                    throw new RefusalException(
                            "due", "would move " + shift.id() + " to " + shift.to() + ", which no calendar reaches");
                });
        return move;
    }

    private void tell(CampaignContext campaign, PlanMove move, PlanMove.Shift shift, String reason, String by) {
        String cause = shift.id().equals(move.id()) ? "" : " because " + move.id() + " moved";
        noticeService.tell(
                campaign.key(),
                shift.id(),
                shift.group(),
                SUBJECT,
                "\u201c%s\u201d moves from %s to %s%s; %s: %s"
                        .formatted(
                                shift.what(),
                                shift.from() == null ? "a date that could not be read" : shift.from(),
                                shift.to(),
                                cause,
                                by,
                                reason));
    }

    private PlanChange change(
            CampaignContext campaign, PlanMove move, List<PlanTimerService.Movable> movable, boolean dryRun) {
        List<CampaignRequest.Touchpoint> touchpoints = alignmentService.touchpoints(campaign);
        return new PlanChange(
                move.id(),
                dryRun,
                move.workingDays(),
                move.shifts(),
                movable.stream().map(PlanTimerService.Movable::move).toList(),
                move.teams(),
                ConflictChange.between(
                        alignmentService.conflicts(move.before(), touchpoints),
                        alignmentService.conflicts(move.after(), touchpoints)),
                warnings.of(move.after()));
    }
}
