package dev.convergence.adaptive.run;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.state.SourceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The sources from which a campaign's readings are expected: those that were named, or else those of its channels. */
@Component
class ExpectedSourceResolver {

    private static final String CHANNEL = "channel";

    private final SourceCatalog sourceCatalog;
    private final LiveCampaignFactsReader facts;

    ExpectedSourceResolver(SourceCatalog sourceCatalog, LiveCampaignFactsReader facts) {
        this.sourceCatalog = sourceCatalog;
        this.facts = facts;
    }

    List<String> of(Map<String, Object> campaign) {
        return facts.texts(campaign, AdaptiveProcess.SOURCES).orElseGet(() -> ofChannels(campaign));
    }

    private List<String> ofChannels(Map<String, Object> campaign) {
        List<String> channels = new ArrayList<>(facts.budgets(campaign).keySet());
        facts.touchpoints(campaign).forEach(touchpoint -> channels.add(String.valueOf(touchpoint.get(CHANNEL))));
        return channels.stream()
                .distinct()
                .filter(channel -> sourceCatalog.find(channel).isPresent())
                .toList();
    }
}
