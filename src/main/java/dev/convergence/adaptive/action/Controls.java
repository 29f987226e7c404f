package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.engine.StoredTime;
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
class Controls {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Steering steering;
    private final BoundsPolicy policy;
    private final ActionNotices notices;

    Controls(JdbcClient jdbc, Clock clock, Steering steering, BoundsPolicy policy, ActionNotices notices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.steering = steering;
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
        return policy.read(steering.find(campaign).bounds());
    }

    Automation automation(String campaign) {
        steering.find(campaign);
        return jdbc.sql(
                        """
                        select automatic, switched_by, switched_at, switched_because from cc_adaptive
                        where campaign_key = ?""")
                .param(campaign)
                .query((row, number) ->
                        new Automation(row.getBoolean(1), row.getString(2), StoredTime.at(row, 3), row.getString(4)))
                .single();
    }

    /**
     * Sets the bounds; where they name no calendar, the present one stays.
     *
     * @param by who says so, and for whom
     */
    @Transactional
    public Bounds set(String key, Bounds wanted, String reason, String by) {
        AdaptiveCampaign campaign = steering.lockLive(key);
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
        notices.everybody(Steering.SET_BOUNDS, key, "bounds set", words(key, bounds, reason, by));
        return bounds;
    }

    /** @param by who says so, and for whom */
    @Transactional
    public Automation switchTo(String key, boolean automatic, String reason, String by) {
        steering.lockLive(key);
        jdbc.sql(
                        """
                        update cc_adaptive set automatic = ?, switched_by = ?, switched_at = ?, switched_because = ?
                        where campaign_key = ?""")
                .params(automatic, by, StoredTime.of(clock.instant()), reason, key)
                .update();
        notices.everybody(
                Steering.SWITCH,
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
