package dev.convergence.replay;

import dev.convergence.campaign.replay.LaunchPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Replays the chosen launch once the application is up, which then stays up: the campaign can be looked at. */
@Component
@Profile("replay")
class ReplayRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    private final ReplayService replayService;
    private final ReplayProperties settings;
    private final ResourceLoader resources;

    ReplayRunner(ReplayService replayService, ReplayProperties settings, ResourceLoader resources) {
        this.replayService = replayService;
        this.settings = settings;
        this.resources = resources;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void replay() {
        String launch = settings.launch();
        String location = launch.contains(":") ? launch : "classpath:launches/" + launch + ".json";
        try (InputStream file = resources.getResource(location).getInputStream()) {
            LaunchPlan plan = LaunchPlan.read(file);
            LOG.info(replayService.of(plan, key(plan)));
            plan.findings().forEach(finding -> LOG.info("Odd in the file: {}", finding));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The launch " + launch + " is not readable", unreadable);
        }
    }

    private static String key(LaunchPlan plan) {
        return plan.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }
}
