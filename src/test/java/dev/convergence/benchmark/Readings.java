package dev.convergence.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Readings of the open rate of email, each observed at a moment of its own and sent by who delivers them. */
final class Readings {

    private static final String USER = "analytics";
    private static final int FIRST = 3_000_000;

    private final Client client;
    private final List<String> campaigns;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Instant begin = Instant.now();

    /** To these campaigns, one after the other. */
    Readings(Client client, List<String> campaigns) {
        this.client = client;
        this.campaigns = campaigns;
    }

    /** So many to one campaign, in one request; they trigger nothing. */
    void send(int number, int size) {
        String body = IntStream.range(0, size)
                .mapToObj(any -> earlier(0.3 + number % 10 / 100.0))
                .collect(Collectors.joining(",", "[", "]"));
        accepted(post(campaigns.get(number % campaigns.size()), body), size);
    }

    /** Two of this moment that are far too low. */
    void sendLow(String campaign) {
        Instant now = Instant.now();
        String body = "[" + reading(0.04, now.minusMillis(1)) + "," + reading(0.05, now) + "]";
        accepted(post(campaign, body), 2);
    }

    private String post(String campaign, String body) {
        return client.post(USER, "/api/campaigns/" + campaign + "/readings", body);
    }

    /** Observed within the last hour, each a little later than the one before. */
    private String earlier(double value) {
        return reading(value, begin.minusMillis(FIRST - numbers.get()));
    }

    private String reading(double value, Instant observedAt) {
        return """
                {"id": "%d", "source": "email", "metric": "open-rate", "channel": "email", "value": %s, "observedAt": "%s"}"""
                .formatted(numbers.getAndIncrement(), value, observedAt);
    }

    private static void accepted(String answer, int readings) {
        int applied = answer.split("\"APPLIED\"", -1).length - 1;
        if (applied != readings) {
            throw new IllegalStateException("not all applied: " + answer);
        }
    }
}
