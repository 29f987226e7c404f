package dev.convergence.draft;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.context.CampaignContext;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.responsibility.Responsibility;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who works on a track, and who is asked about it. */
@Component
class TrackTeamResolver {

    private final ResponsibilityMatrixDecision matrix;
    private final CampaignContext.Reader campaigns;
    private final SubstituteResolver substituteResolver;

    TrackTeamResolver(
            ResponsibilityMatrixDecision matrix,
            CampaignContext.Reader campaigns,
            SubstituteResolver substituteResolver) {
        this.matrix = matrix;
        this.campaigns = campaigns;
        this.substituteResolver = substituteResolver;
    }

    Responsibility of(String track, CampaignContext campaign) {
        return matrix.of(track, campaign.pattern().orElse(null));
    }

    /**
     * Lets the responsible groups through, and whoever stands in for one of them.
     *
     * @throws Forbidden for everybody else
     */
    DraftAuthor require(CurrentUser user, String campaign, Track track) {
        List<String> responsible = of(track.id(), campaigns.of(track.campaignInstanceId(), campaign))
                .responsible();
        if (responsible.stream().noneMatch(user::isIn)) {
            throw new ForbiddenException("members of " + String.join(", ", responsible));
        }
        return new DraftAuthor(
                user.id(),
                substituteResolver.behind(user.id(), user.groups(), responsible).orElse(null));
    }
}
