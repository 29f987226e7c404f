package dev.convergence.replay;

import dev.convergence.campaign.planning.PlanChange;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;

/** The story of a replay, line by line, and what it comes to. */
final class ReplayReport {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final Set<String> RUNGS = Set.of("remind", "backup", "manager", "sponsor");
    private static final int MOST_NOTICES = 5000;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> late = new TreeMap<>();
    private final Set<Notice> seen = new LinkedHashSet<>();
    private int moves;
    private int shifts;

    void say(Instant at, String kind, String text) {
        lines.add("%s  %-8s %s".formatted(WHEN.format(at), kind, text));
    }

    void moved(Instant at, PlanChange change) {
        moves++;
        shifts += change.dates().size();
        say(
                at,
                "moved",
                "%s: %s → %s (%+d working days), %d later dates and %d timers along; told: %s"
                        .formatted(
                                change.dates().isEmpty()
                                        ? change.id()
                                        : change.dates().get(0).what(),
                                change.dates().isEmpty()
                                        ? ""
                                        : change.dates().get(0).from(),
                                change.dates().isEmpty()
                                        ? ""
                                        : change.dates().get(0).to(),
                                change.workingDays(),
                                Math.max(0, change.dates().size() - 1),
                                change.timers().size(),
                                String.join(", ", change.teams())));
    }

    void done(Instant at, Task task) {
        boolean overdue =
                task.getDueDate() != null && at.isAfter(task.getDueDate().toInstant());
        if (overdue) {
            late.put(
                    task.getName(),
                    "was due " + WHEN.format(task.getDueDate().toInstant()) + ", done " + WHEN.format(at));
        }
        say(at, "done", task.getName() + (overdue ? "  LATE, " + late.get(task.getName()) : ""));
    }

    /** Tells of the rungs that were climbed since the last look. */
    void climbed(NoticeService noticeService, String campaign) {
        List<Notice> rungs = noticeService.of(campaign, MOST_NOTICES).stream()
                .filter(notice -> RUNGS.contains(notice.subject()) && seen.add(notice))
                .collect(Collectors.toCollection(ArrayList::new));
        java.util.Collections.reverse(rungs);
        rungs.forEach(rung -> say(rung.at(), rung.subject(), "told " + rung.recipient() + ": " + rung.text()));
    }

    String text(String title, NoticeService noticeService, String campaign, List<String> stalled) {
        Map<String, Long> told = noticeService.of(campaign, MOST_NOTICES).stream()
                .collect(Collectors.groupingBy(Notice::recipient, TreeMap::new, Collectors.counting()));
        StringBuilder text = new StringBuilder("\n\n").append(title).append("\n\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\n  ")
                .append(moves)
                .append(" moves shifted ")
                .append(shifts)
                .append(" dates.\n");
        text.append("  Who was told how often: ").append(told).append('\n');
        text.append("  What became late:\n");
        late.forEach((what, when) ->
                text.append("    ").append(what).append(", ").append(when).append('\n'));
        text.append("  Which gates stalled:\n");
        stalled.forEach(stall -> text.append("    ").append(stall).append('\n'));
        return text.toString();
    }
}
