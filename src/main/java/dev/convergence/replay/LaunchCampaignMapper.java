package dev.convergence.replay;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.people.GroupCatalog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a plan of any shape as a sequential campaign: a stage ends with the last deliverable of its teams before the
 * launch, never before the stage that precedes it; its gate is planned for the working day after. The launch is the last
 * date of the product team.
 */
final class LaunchCampaignMapper {

    private record Stage(String id, String gate, Set<String> teams) {}

    private static final List<Stage> STAGES = List.of(
            new Stage("product", "product-ready", Set.of(GroupCatalog.PRODUCT)),
            new Stage("assets", "assets-ready", Set.of(GroupCatalog.MARKETING, GroupCatalog.CREATIVE)),
            new Stage("sales-enablement", "sales-ready", Set.of(GroupCatalog.SALES, GroupCatalog.SUPPORT)),
            new Stage("alignment", "convergence", Set.of(GroupCatalog.CAMPAIGN_MANAGERS)));

    private final Plan plan;
    private final WorkingCalendarRegistry calendars;

    LaunchCampaignMapper(Plan plan, WorkingCalendarRegistry calendars) {
        this.plan = plan;
        this.calendars = calendars;
    }

    CampaignRequest request(String key, String name) {
        LocalDate launch = launchDay();
        List<CampaignRequest.PlannedDate> dates = new ArrayList<>();
        plan.entries()
                .forEach(entry ->
                        dates.add(date(entry.id(), entry.what(), entry.group(), entry.due(), entry.dependsOn())));
        stageDates(launch)
                .forEach((id, due) -> dates.add(date(id, id, GroupCatalog.CAMPAIGN_MANAGERS, due, List.of())));
        return new CampaignRequest(
                key,
                name,
                "product-launch",
                "normal",
                "sequential",
                null,
                office().openOf(launch),
                dates,
                null,
                null,
                null,
                null,
                null);
    }

    /** The planned day of each stage and each gate. */
    Map<String, LocalDate> stageDates(LocalDate launch) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        LocalDate previous = firstDay();
        for (Stage stage : STAGES) {
            LocalDate due = later(previous, lastBefore(launch, stage.teams(), previous));
            dates.put(stage.id(), due);
            dates.put(stage.gate(), office().addDays(due, 1));
            previous = office().addDays(due, 1);
        }
        return dates;
    }

    LocalDate firstDay() {
        return plan.entries().stream()
                .map(PlanEntry::due)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    LocalDate launchDay() {
        return plan.entries().stream()
                .filter(entry -> entry.group().equals(GroupCatalog.PRODUCT))
                .map(PlanEntry::due)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> plan.entries().stream()
                        .map(PlanEntry::due)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private LocalDate lastBefore(LocalDate launch, Set<String> teams, LocalDate otherwise) {
        return plan.entries().stream()
                .filter(entry -> teams.contains(entry.group()) && entry.due().isBefore(launch))
                .map(PlanEntry::due)
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private WorkingCalendar office() {
        return calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS);
    }

    private static CampaignRequest.PlannedDate date(
            String id, String what, String group, LocalDate due, List<String> dependsOn) {
        return new CampaignRequest.PlannedDate(id, what, group, due, dependsOn);
    }
}
