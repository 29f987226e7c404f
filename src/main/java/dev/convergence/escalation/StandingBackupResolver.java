package dev.convergence.escalation;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.escalation.wait.DoerExclusionPolicy;
import dev.convergence.escalation.wait.Wait;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The standing backup of the group waited for, unless they, or whoever acts for them, did the work that the wait is about. */
@Component
class StandingBackupResolver {

    private final BackupProperties backupProperties;
    private final DoerExclusionPolicy doerExclusionPolicy;
    private final SubstituteResolver substituteResolver;

    StandingBackupResolver(
            BackupProperties backupProperties,
            DoerExclusionPolicy doerExclusionPolicy,
            SubstituteResolver substituteResolver) {
        this.backupProperties = backupProperties;
        this.doerExclusionPolicy = doerExclusionPolicy;
        this.substituteResolver = substituteResolver;
    }

    Optional<String> of(Wait wait) {
        return backupProperties.of(wait.group()).filter(user -> {
            Set<String> excluded = doerExclusionPolicy.of(wait.kind(), wait.blockId());
            return !excluded.contains(user) && !excluded.contains(substituteResolver.actingFor(user));
        });
    }
}
