package dev.convergence.adaptive.action;

import dev.convergence.absence.StandIns;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.engine.DoneBy;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.Forbidden;
import dev.convergence.problem.NotFound;
import dev.convergence.problem.TooLate;
import dev.convergence.responsibility.Responsibility;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may steer a campaign's actions by hand, and whether it can be steered at all. */
@Component
class Steering {

    static final String SET_BOUNDS = "set-bounds";
    static final String SWITCH = "switch-automation";
    static final String REVERSE = "reverse-action";

    private final ActionNotices notices;
    private final StandIns standIns;
    private final AdaptiveCampaigns campaigns;

    Steering(ActionNotices notices, StandIns standIns, AdaptiveCampaigns campaigns) {
        this.notices = notices;
        this.standIns = standIns;
        this.campaigns = campaigns;
    }

    /**
     * Lets the accountable group of a step through, and whoever stands in for one of it.
     *
     * @return who acts, and for whom
     * @throws Forbidden for everybody else
     */
    String requireAccountable(CurrentUser user, String step) {
        return require(user, List.of(notices.about(step).accountable()));
    }

    /** The same for the responsible groups as well. */
    String requireInvolved(CurrentUser user, String step) {
        Responsibility row = notices.about(step);
        return require(
                user,
                Stream.concat(row.responsible().stream(), Stream.of(row.accountable()))
                        .distinct()
                        .toList());
    }

    /** @throws NotFound for a campaign that is not adaptive, or not live yet */
    AdaptiveCampaign find(String campaign) {
        return campaigns.find(campaign).orElseThrow(() -> new NotFound("Live adaptive campaign", campaign));
    }

    /**
     * Holds the campaign's lock until the end of the transaction.
     *
     * @throws TooLate where it is over
     */
    AdaptiveCampaign lockLive(String key) {
        AdaptiveCampaign campaign = campaigns.lock(key).orElseThrow(() -> new NotFound("Live adaptive campaign", key));
        if (!campaign.isLive()) {
            throw new TooLate("Campaign " + key + " is over.");
        }
        return campaign;
    }

    private String require(CurrentUser user, List<String> groups) {
        if (groups.stream().noneMatch(user::isIn)) {
            throw new Forbidden("members of " + String.join(", ", groups));
        }
        return DoneBy.inWords(
                user.id(), standIns.behind(user.id(), user.groups(), groups).orElse(null));
    }
}
