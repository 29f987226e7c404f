package dev.convergence.adaptive.action;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import dev.convergence.responsibility.Responsibility;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may steer a campaign's actions by hand, and whether it can be steered at all. */
@Component
class SteeringAccess {

    static final String SET_BOUNDS = "set-bounds";
    static final String SWITCH = "switch-automation";
    static final String REVERSE = "reverse-action";

    private final ActionNotifier notices;
    private final SubstituteResolver substituteResolver;
    private final AdaptiveCampaignRepository campaigns;

    SteeringAccess(
            ActionNotifier notices, SubstituteResolver substituteResolver, AdaptiveCampaignRepository campaigns) {
        this.notices = notices;
        this.substituteResolver = substituteResolver;
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
        return campaigns.find(campaign).orElseThrow(() -> new NotFoundException("Live adaptive campaign", campaign));
    }

    /**
     * Holds the campaign's lock until the end of the transaction.
     *
     * @throws TooLate where it is over
     */
    AdaptiveCampaign lockLive(String key) {
        AdaptiveCampaign campaign =
                campaigns.lock(key).orElseThrow(() -> new NotFoundException("Live adaptive campaign", key));
        if (!campaign.isLive()) {
            throw new TooLateException("Campaign " + key + " is over.");
        }
        return campaign;
    }

    private String require(CurrentUser user, List<String> groups) {
        if (groups.stream().noneMatch(user::isIn)) {
            throw new ForbiddenException("members of " + String.join(", ", groups));
        }
        return TaskAuthorReader.inWords(
                user.id(),
                substituteResolver.behind(user.id(), user.groups(), groups).orElse(null));
    }
}
