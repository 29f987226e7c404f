package dev.convergence.demo;

import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.adaptive.reading.Readings;
import dev.convergence.people.ConditionalOnDemo;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Brings an adaptive story to where it is live, and delivers the readings of its last hour. */
@Component
@ConditionalOnDemo
class LiveStory {

    static final String SOURCE = "email";

    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(10);

    private final Cast cast;
    private final AdaptiveCampaigns campaigns;
    private final Readings readings;
    private final Clock clock;

    LiveStory(Cast cast, AdaptiveCampaigns campaigns, Readings readings, Clock clock) {
        this.cast = cast;
        this.campaigns = campaigns;
        this.readings = readings;
        this.clock = clock;
    }

    void play(Story story) {
        while (cast.completeNext(() -> next(story), task -> Answers.to(task.getTaskDefinitionKey()))) {
            // until it is live
        }
        deliver(story);
    }

    private Optional<Task> next(Story story) {
        return cast.awaitTask(story.key(), task -> true, () -> isLive(story));
    }

    private boolean isLive(Story story) {
        return campaigns.find(story.key()).isPresent();
    }

    private void deliver(Story story) {
        Instant observed = clock.instant()
                .minus(BETWEEN_READINGS.multipliedBy(story.openRates().size()));
        for (String openRate : story.openRates()) {
            observed = observed.plus(BETWEEN_READINGS);
            String id = "demo-" + observed.getEpochSecond();
            readings.observed(story.key(), id, SOURCE, "open-rate", SOURCE, new BigDecimal(openRate), observed);
        }
    }
}
