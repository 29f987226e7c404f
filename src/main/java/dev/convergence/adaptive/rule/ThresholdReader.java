package dev.convergence.adaptive.rule;

import dev.convergence.adaptive.AdaptiveCampaign;
import java.math.BigDecimal;
import java.util.List;

/** The limits that the rules set for a campaign's metrics, as deployed last. */
public interface ThresholdReader {

    /**
     * @param when {@code below} or {@code above}: on which side of the threshold the rule fires
     * @param release where the metric must come back to before the rule may fire again
     */
    record Threshold(String rule, String when, BigDecimal threshold, BigDecimal release) {}

    List<Threshold> of(AdaptiveCampaign campaign, String metric, String channel);
}
