package dev.convergence.campaign.planning;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.InvalidPlanException;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Turns what was asked for into a plan: the launch is one of its dates. */
@Component
public class CampaignPlanFactory {

    /** The entry of the plan that stands for the launch. */
    static final String LAUNCH = "launch";

    /** The entry of the plan that stands for the time in which an adaptive campaign is live: it is due at its end. */
    static final String LIVE = "live";

    private final WorkingCalendarRegistry calendars;
    private final PlanWarningReader warnings;

    CampaignPlanFactory(WorkingCalendarRegistry calendars, PlanWarningReader warnings) {
        this.calendars = calendars;
        this.warnings = warnings;
    }

    /** @throws Refusal naming the entry and the reason */
    public Plan plan(CampaignRequest request) {
        List<PlanEntry> entries = new ArrayList<>();
        for (CampaignRequest.PlannedDate date : request.plan()) {
            entries.add(entry(date));
        }
        Optional.ofNullable(request.plannedLaunch()).ifPresent(launch -> put(entries, LAUNCH, "Launch", launch));
        Optional.ofNullable(request.plannedEnd()).ifPresent(end -> put(entries, LIVE, "Live", end));
        try {
            return endingAfterItsLaunch(Plan.of(entries));
        } catch (InvalidPlanException invalid) {
            throw new RefusalException(invalid.field(), invalid.reason());
        }
    }

    private static Plan endingAfterItsLaunch(Plan plan) {
        Optional<PlanEntry> launch = plan.entry(LAUNCH);
        if (launch.isPresent()
                && plan.entry(LIVE)
                        .filter(live -> live.due().isBefore(launch.get().due()))
                        .isPresent()) {
            throw new RefusalException(CampaignContext.PLAN.name(), "has the end of the live time before the launch");
        }
        return plan;
    }

    /** Writes down when the campaign goes live and until when, where that is planned; says what is doubtful of it. */
    public void settle(DelegateExecution campaign, CampaignRequest request, Plan plan) {
        plannedLaunch(request, plan)
                .ifPresent(launch -> CampaignProcess.PLANNED_LAUNCH.set(campaign, launch.toString()));
        plannedEnd(request, plan).ifPresent(end -> AdaptiveProcess.PLANNED_END.set(campaign, end.toString()));
        warnings.tell(request.key(), plan);
    }

    /** When the campaign goes live: as asked for, or at the opening of the day that the plan gives to the launch. */
    private Optional<Instant> plannedLaunch(CampaignRequest request, Plan plan) {
        return Optional.ofNullable(request.plannedLaunch())
                .or(() -> plan.entry(LAUNCH).map(launch -> calendar().openOf(launch.due())));
    }

    /** Until when an adaptive campaign is live: as asked for, or to the close of the day that the plan gives to it. */
    private Optional<Instant> plannedEnd(CampaignRequest request, Plan plan) {
        return Optional.ofNullable(request.plannedEnd())
                .or(() -> plan.entry(LIVE).map(live -> calendar().closeOf(live.due())));
    }

    private static PlanEntry entry(CampaignRequest.PlannedDate date) {
        return new PlanEntry(
                date.id(),
                date.what() == null ? date.id() : date.what(),
                date.group() == null || date.group().isBlank() ? GroupCatalog.CAMPAIGN_MANAGERS : date.group(),
                date.due(),
                date.dependsOn() == null ? List.of() : date.dependsOn());
    }

    private void put(List<PlanEntry> entries, String id, String what, Instant due) {
        PlanEntry planned = new PlanEntry(
                id, what, GroupCatalog.CAMPAIGN_MANAGERS, calendar().dateOf(due), List.of());
        for (int index = 0; index < entries.size(); index++) {
            if (entries.get(index).id().equals(id)) {
                entries.set(index, entries.get(index).dueOn(planned.due()));
                return;
            }
        }
        entries.add(planned);
    }

    private WorkingCalendar calendar() {
        return calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS);
    }
}
