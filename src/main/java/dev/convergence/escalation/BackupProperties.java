package dev.convergence.escalation;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who stands in for a group that does not act.
 *
 * @param backups a user id per group
 */
@ConfigurationProperties("convergence.people")
record BackupProperties(Map<String, String> backups) {

    BackupProperties {
        backups = backups == null ? Map.of() : Map.copyOf(backups);
    }

    Optional<String> of(String group) {
        return Optional.ofNullable(backups.get(group));
    }
}
