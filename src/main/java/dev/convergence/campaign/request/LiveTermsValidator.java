package dev.convergence.campaign.request;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.engine.variable.RefusalException;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is asked for the time in which a campaign is live: its end lies after its launch, its sources are known. */
@Component
class LiveTermsValidator {

    private final SourceCatalog sourceCatalog;

    LiveTermsValidator(SourceCatalog sourceCatalog) {
        this.sourceCatalog = sourceCatalog;
    }

    /** @throws Refusal naming the field */
    void check(CampaignRequest request) {
        if (request.plannedEnd() != null
                && request.plannedLaunch() != null
                && !request.plannedEnd().isAfter(request.plannedLaunch())) {
            throw new RefusalException(AdaptiveProcess.PLANNED_END.name(), "must lie after the planned launch");
        }
        List<String> named = request.sources() == null ? List.of() : request.sources();
        for (String source : named) {
            if (sourceCatalog.find(source).isEmpty()) {
                throw new RefusalException(AdaptiveProcess.SOURCES, source + " is not among reading-sources");
            }
        }
    }
}
