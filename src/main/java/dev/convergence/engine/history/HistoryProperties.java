package dev.convergence.engine.history;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long history is kept, and when it is removed.
 *
 * @param enabled whether it is removed by itself; where it is not, an administrator may still have it removed
 * @param windowFrom when removal begins each day, in the zone
 * @param windowTo when it ends; before {@code windowFrom} it is a time of the next day
 * @param zone of the window
 * @param campaigns how long all that belongs to a campaign is kept, from the end of the campaign on
 * @param messages how long it is kept that a message was sent
 * @param records how long the record of a campaign is kept that reports are made of, from its end on
 */
@ConfigurationProperties("convergence.history")
public record HistoryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("22:00") LocalTime windowFrom,
        @DefaultValue("04:00") LocalTime windowTo,
        @DefaultValue("Europe/Berlin") ZoneId zone,
        @DefaultValue("730d") Duration campaigns,
        @DefaultValue("7d") Duration messages,
        @DefaultValue("1095d") Duration records) {

    private static final Duration SHORTEST = Duration.ofDays(1);

    public HistoryProperties {
        require(!windowFrom.equals(windowTo), "window-to", "must not be the same as window-from");
        require(campaigns.compareTo(SHORTEST) >= 0, "campaigns", "must be at least 1d");
        require(messages.compareTo(SHORTEST) >= 0, "messages", "must be at least 1d");
        require(records.compareTo(campaigns) >= 0, "records", "must not be shorter than campaigns");
    }

    private static void require(boolean met, String setting, String reason) {
        if (!met) {
            throw new IllegalArgumentException("convergence.history." + setting + " " + reason);
        }
    }
}
