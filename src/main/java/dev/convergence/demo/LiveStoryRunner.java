package dev.convergence.demo;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.reading.ReadingService;
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
class LiveStoryRunner {

    static final String SOURCE = "email";

    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(10);

    private final DemoActor demoActor;
    private final AdaptiveCampaignRepository campaigns;
    private final ReadingService readingService;
    private final Clock clock;

    LiveStoryRunner(
            DemoActor demoActor, AdaptiveCampaignRepository campaigns, ReadingService readingService, Clock clock) {
        this.demoActor = demoActor;
        this.campaigns = campaigns;
        this.readingService = readingService;
        this.clock = clock;
    }

    void play(DemoStory demoStory) {
        while (demoActor.completeNext(() -> next(demoStory), task -> DemoAnswers.to(task.getTaskDefinitionKey()))) {
            // until it is live
        }
        deliver(demoStory);
    }

    private Optional<Task> next(DemoStory demoStory) {
        return demoActor.awaitTask(demoStory.key(), task -> true, () -> isLive(demoStory));
    }

    private boolean isLive(DemoStory demoStory) {
        return campaigns.find(demoStory.key()).isPresent();
    }

    private void deliver(DemoStory demoStory) {
        Instant observed = clock.instant()
                .minus(BETWEEN_READINGS.multipliedBy(demoStory.openRates().size()));
        for (String openRate : demoStory.openRates()) {
            observed = observed.plus(BETWEEN_READINGS);
            String id = "demo-" + observed.getEpochSecond();
            readingService.observed(
                    demoStory.key(), id, SOURCE, "open-rate", SOURCE, new BigDecimal(openRate), observed);
        }
    }
}
