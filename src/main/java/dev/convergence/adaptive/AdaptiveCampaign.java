package dev.convergence.adaptive;

import java.time.Instant;

/**
 * An adaptive campaign from the moment it goes live.
 *
 * @param instanceId the process instance of its pattern
 * @param endedAt null while it is live
 * @param automatic whether actions inside the bounds are taken without asking anybody
 * @param bounds JSON: what is approved beforehand
 */
public record AdaptiveCampaign(
        String key,
        String instanceId,
        String type,
        String priority,
        Instant liveFrom,
        Instant liveUntil,
        Instant endedAt,
        boolean automatic,
        String bounds) {

    public boolean isLive() {
        return endedAt == null;
    }
}
