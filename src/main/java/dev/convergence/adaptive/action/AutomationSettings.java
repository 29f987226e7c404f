package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.action.limit.Bounds;
import dev.convergence.adaptive.action.limit.BoundsPolicy;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bounds and the switch of a live campaign. Both change under its lock: once a change is answered, nothing is booked
 * any more by what was before.
 */
@Component
class AutomationSettings {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SteeringAccess steeringAccess;
    private final BoundsPolicy policy;
    private final ActionNotifier notices;

    AutomationSettings(
            JdbcClient jdbc, Clock clock, SteeringAccess steeringAccess, BoundsPolicy policy, ActionNotifier notices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.steeringAccess = steeringAccess;
        this.policy = policy;
        this.notices = notices;
    }

    /**
     * How the switch stands.
     *
     * @param switchedBy who moved it last; null where nobody did
     */
    record Automation(boolean automatic, String switchedBy, Instant switchedAt, String reason) {}

    Bounds bounds(String campaign) {
        return policy.read(steeringAccess.find(campaign).bounds());
    }

    Automation automation(String campaign) {
        steeringAccess.find(campaign);
        return jdbc.sql(
                        """
                        select automatic, switched_by, switched_at, switched_because from cc_adaptive
                        where campaign_key = ?""")
                .param(campaign)
                .query((row, number) -> new Automation(
                        row.getBoolean(1), row.getString(2), StoredTimeConverter.at(row, 3), row.getString(4)))
                .single();
    }

    /**
     * Sets the bounds; where they name no calendar, the present one stays.
     *
     * @param by who says so, and for whom
     */
    @Transactional
    public Bounds set(String key, Bounds wanted, String reason, String by) {
        AdaptiveCampaign campaign = steeringAccess.lockLive(key);
        Bounds bounds = new Bounds(
                wanted.mostPercent(),
                wanted.dailyPercent(),
                wanted.floorPercent(),
                wanted.kinds(),
                wanted.approvalWithin(),
                wanted.calendar() == null ? policy.read(campaign.bounds()).calendar() : wanted.calendar());
        jdbc.sql("update cc_adaptive set bounds = ? where campaign_key = ?")
                .params(policy.write(bounds), key)
                .update();
        notices.everybody(SteeringAccess.SET_BOUNDS, key, "bounds set", words(key, bounds, reason, by));
        return bounds;
    }

    /** @param by who says so, and for whom */
    @Transactional
    public Automation switchTo(String key, boolean automatic, String reason, String by) {
        steeringAccess.lockLive(key);
        jdbc.sql(
                        """
                        update cc_adaptive set automatic = ?, switched_by = ?, switched_at = ?, switched_because = ?
                        where campaign_key = ?""")
                .params(automatic, by, StoredTimeConverter.of(clock.instant()), reason, key)
                .update();
        notices.everybody(
                SteeringAccess.SWITCH,
                key,
                automatic ? "automation on" : "automation off",
                "%s switched automatic action of campaign %s %s: %s"
                        .formatted(by, key, automatic ? "on" : "off", reason));
        return automation(key);
    }

    private static String words(String key, Bounds bounds, String reason, String by) {
        return "%s set the bounds of campaign %s: at once %s %%, within 24 hours %s %%, floor %s %%, automatic %s, approval within %s. %s"
                .formatted(
                        by,
                        key,
                        bounds.mostPercent(),
                        bounds.dailyPercent(),
                        bounds.floorPercent(),
                        bounds.kinds().isEmpty() ? "nothing" : String.join(", ", bounds.kinds()),
                        bounds.approvalWithin(),
                        reason);
    }
}
