package dev.convergence.campaign;

import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.engine.identity.SystemAuthority;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Four answers in; the pattern, the gap and the reason out. */
@RestController
class RecommendationController {

    private final RecommendPatternDecision choice;
    private final SystemAuthority system;

    RecommendationController(RecommendPatternDecision choice, SystemAuthority system) {
        this.choice = choice;
        this.system = system;
    }

    /** Recommends a pattern for four answers, with the gap and the reason. */
    @PostMapping("/api/recommendations")
    RecommendPatternDecision.Recommendation recommendPattern(@Valid @RequestBody CampaignRequest.Checklist checklist) {
        return system.call(() -> choice.recommend(checklist));
    }
}
