package dev.convergence.escalation;

import dev.convergence.absence.StandIns;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The standing backup of the group waited for, unless they, or whoever acts for them, did the work that the wait is about. */
@Component
class StandingBackup {

    private final Backups backups;
    private final Doers doers;
    private final StandIns standIns;

    StandingBackup(Backups backups, Doers doers, StandIns standIns) {
        this.backups = backups;
        this.doers = doers;
        this.standIns = standIns;
    }

    Optional<String> of(Wait wait) {
        return backups.of(wait.group()).filter(user -> {
            Set<String> excluded = doers.of(wait.kind(), wait.blockId());
            return !excluded.contains(user) && !excluded.contains(standIns.actingFor(user));
        });
    }
}
