package dev.convergence.adaptive.rule;

/**
 * A metric of a channel as one source sees it.
 *
 * @param channel empty where the metric is not of one channel
 */
public record MetricSeries(String campaign, String source, String metric, String channel) {

    /** What tells it from the other series of its campaign; at most 194 characters. */
    public String name() {
        return source + "|" + metric + "|" + channel;
    }
}
