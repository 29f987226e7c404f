package dev.convergence.escalation;

import dev.convergence.notification.Notice;
import dev.convergence.notification.Notices;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What each rung tells, and whom. */
@Component
class RungNotices {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", Locale.ENGLISH);

    private final Notices notices;
    private final Backups backups;

    RungNotices(Notices notices, Backups backups) {
        this.notices = notices;
        this.backups = backups;
    }

    void tell(Rung rung, Wait wait) {
        notices.tell(wait.campaign().key(), wait.id(), recipient(rung, wait), rung.name(), text(wait), wait.taskId());
    }

    /** A reminder goes to whoever claimed the task; without a standing backup the group itself is told again. */
    private String recipient(Rung rung, Wait wait) {
        return switch (rung.tells()) {
            case Rung.WAITING -> wait.assignee().map(Notice::user).orElse(wait.group());
            case Rung.BACKUP -> backups.of(wait.group()).map(Notice::user).orElse(wait.group());
            default -> rung.tells();
        };
    }

    static String text(Wait wait) {
        ZoneId zone = wait.calendar().zone();
        return wait.title() + " has waited since " + WHEN.format(wait.since().atZone(zone)) + " for "
                + wait.group()
                + wait.assignee().map(user -> " (claimed by " + user + ")").orElse("") + "; due "
                + WHEN.format(wait.dueAt().atZone(zone)) + ".";
    }
}
