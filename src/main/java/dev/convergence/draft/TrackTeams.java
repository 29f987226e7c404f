package dev.convergence.draft;

import dev.convergence.absence.StandIns;
import dev.convergence.engine.CampaignContext;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.Forbidden;
import dev.convergence.responsibility.Responsibility;
import dev.convergence.responsibility.ResponsibilityMatrix;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who works on a track, and who is asked about it. */
@Component
class TrackTeams {

    private final ResponsibilityMatrix matrix;
    private final CampaignContext.Reader campaigns;
    private final StandIns standIns;

    TrackTeams(ResponsibilityMatrix matrix, CampaignContext.Reader campaigns, StandIns standIns) {
        this.matrix = matrix;
        this.campaigns = campaigns;
        this.standIns = standIns;
    }

    Responsibility of(String track, CampaignContext campaign) {
        return matrix.of(track, campaign.pattern().orElse(null));
    }

    /**
     * Lets the responsible groups through, and whoever stands in for one of them.
     *
     * @throws Forbidden for everybody else
     */
    Sharer require(CurrentUser user, String campaign, Track track) {
        List<String> responsible = of(track.id(), campaigns.of(track.campaignInstanceId(), campaign))
                .responsible();
        if (responsible.stream().noneMatch(user::isIn)) {
            throw new Forbidden("members of " + String.join(", ", responsible));
        }
        return new Sharer(
                user.id(),
                standIns.behind(user.id(), user.groups(), responsible).orElse(null));
    }
}
