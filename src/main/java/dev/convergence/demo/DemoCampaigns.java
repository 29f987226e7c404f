package dev.convergence.demo;

import dev.convergence.campaign.CampaignRequest;
import dev.convergence.campaign.CampaignWorkflow;
import dev.convergence.engine.Refusal;
import dev.convergence.people.ConditionalOnDemo;
import dev.convergence.people.Groups;
import dev.convergence.problem.LostRaceRetry;
import jakarta.annotation.PreDestroy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Plays the demo's stories once the application is up; where they were played before, they stay as they are. */
@Component
@ConditionalOnDemo
@ConditionalOnProperty("convergence.demo.campaigns")
class DemoCampaigns {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCampaigns.class);

    private static final List<Story> STORIES = List.of(
            Story.pausedAt(
                    "checkout-rehearsal",
                    "Checkout relaunch (rehearsal)",
                    "product-launch",
                    "rehearsal",
                    Duration.ofDays(30),
                    "product-ready"),
            Story.parallel(
                    "travel-pass-rehearsal",
                    "Travel pass (rehearsal)",
                    "product-launch",
                    "rehearsal",
                    Duration.ofDays(30),
                    List.of("product-track", "marketing-track", "sales-track")),
            Story.parallel(
                    "city-guide",
                    "City guide",
                    "product-launch",
                    "normal",
                    Duration.ofDays(35),
                    List.of("product-track", "marketing-track", "sales-track", "analytics-track", "product-track")),
            Story.adaptive(
                    "flash-sale",
                    "Flash sale",
                    "product-launch",
                    "rehearsal",
                    List.of("0.27", "0.25", "0.26", "0.24", "0.23")),
            Story.pausedAt(
                    "autumn-webinar",
                    "Autumn webinar",
                    "annual-event",
                    "normal",
                    Duration.ofDays(60),
                    "userTask_writeBrief"),
            Story.pausedAt(
                    "spring-launch", "Spring launch", "product-launch", "high", Duration.ofDays(45), "assets-ready"),
            Story.pausedAt(
                    "partner-summit",
                    "Partner summit",
                    "annual-event",
                    "normal",
                    Duration.ofDays(40),
                    "userTask_acceptHandoff"),
            Story.pausedAt(
                    "summer-festival", "Summer festival", "annual-event", "normal", null, "userTask_holdPostMortem"),
            Story.finished("winter-sale", "Winter sale", "product-launch"),
            Story.cancelled("loyalty-relaunch", "Loyalty relaunch", "always-on", "product-ready"));

    private static final Map<String, BigDecimal> BUDGET = Map.of(
            "email", BigDecimal.valueOf(6000), "social", BigDecimal.valueOf(3000), "ads", BigDecimal.valueOf(1000));

    private final CampaignWorkflow workflow;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Cast cast;
    private final LiveStory live;
    private final Clock clock;

    private final AtomicBoolean stopped = new AtomicBoolean();

    DemoCampaigns(
            CampaignWorkflow workflow,
            RuntimeService runtime,
            TaskService tasks,
            Cast cast,
            LiveStory live,
            Clock clock) {
        this.workflow = workflow;
        this.runtime = runtime;
        this.tasks = tasks;
        this.cast = cast;
        this.live = live;
        this.clock = clock;
    }

    /** Not in the way of the start: the stories are played while the newcomer logs in. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void begin() {
        Thread stage = new Thread(this::playAll, "demo-campaigns");
        stage.setDaemon(true);
        stage.start();
    }

    private void playAll() {
        STORIES.stream().takeWhile(story -> !stopped.get()).forEach(this::playOnItsOwn);
        if (!stopped.get()) {
            LOG.info(
                    "Demo campaigns are ready: {}",
                    STORIES.stream().map(Story::key).toList());
        }
    }

    /** The application ends, whatever is being played. */
    @PreDestroy
    void stop() {
        stopped.set(true);
    }

    /** One that fails takes none of the others along. */
    private void playOnItsOwn(Story story) {
        try {
            play(story);
        } catch (Refusal played) {
            LOG.info("Demo campaign {} stays as it is: {}", story.key(), played.getMessage());
        } catch (RuntimeException failed) {
            if (!stopped.get()) {
                LOG.warn("Demo campaign {} stays where it has come to", story.key(), failed);
            }
        }
    }

    private void play(Story story) {
        cast.as("campaign-manager", Groups.CAMPAIGN_MANAGERS, () -> {
            workflow.campaignRequested(request(story));
            return null;
        });
        if (story.isParallel()) {
            shareDrafts(story);
        } else if (story.isAdaptive()) {
            live.play(story);
        } else {
            playInOrder(story);
        }
    }

    /** Whoever is left out is late for the milestone; whoever comes again changes what others have built on. */
    private void shareDrafts(Story story) {
        cast.completeNext(() -> next(story), brief -> Answers.to(brief.getTaskDefinitionKey()));
        for (String track : story.shares()) {
            cast.completeNext(
                    () -> next(story, open -> track.equals(tasks.getVariable(open.getId(), "trackId"))),
                    task -> Answers.draft(track, task.getTaskDefinitionKey()));
        }
    }

    private void playInOrder(Story story) {
        Set<String> reviews = new HashSet<>();
        while (cast.completeNext(
                () -> next(story).filter(task -> !pausesAt(story, task)), task -> answers(story, task, reviews))) {
            // until it pauses
        }
        if (story.cancelled()) {
            LostRaceRetry.ofFound(() -> {
                workflow.campaignCancelled(story.key(), "The partner withdrew from the programme", "campaign-manager");
                return null;
            });
        }
    }

    /** One story shows what a gate that sent its work back looks like; advice on that gate is about it, too. */
    private Map<String, Object> answers(Story story, Task task, Set<String> reviews) {
        boolean demonstrates = "partner-summit".equals(story.key())
                && Answers.REVIEW.equals(task.getTaskDefinitionKey())
                && "assets-ready".equals(gate(task));
        if (demonstrates) {
            reviews.add(task.getId());
        }
        return demonstrates && reviews.size() == 1 ? Answers.sendBack() : Answers.to(task.getTaskDefinitionKey());
    }

    private Optional<Task> next(Story story) {
        return next(story, task -> true);
    }

    private Optional<Task> next(Story story, Predicate<Task> which) {
        return cast.awaitTask(
                story.key(),
                which,
                () -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(story.key())
                                .count()
                        == 0);
    }

    private boolean pausesAt(Story story, Task task) {
        return task.getTaskDefinitionKey().equals(story.until())
                || (story.until() != null && story.until().equals(gate(task)));
    }

    private String gate(Task task) {
        return (String) tasks.getVariableLocal(task.getId(), "gateId");
    }

    private CampaignRequest request(Story story) {
        return new CampaignRequest(
                story.key(),
                story.name(),
                story.type(),
                story.priority(),
                story.pattern(),
                null,
                story.launchIn() == null ? null : clock.instant().plus(story.launchIn()),
                story.isParallel() ? List.of(allFinal(story)) : null,
                null,
                story.isAdaptive() ? BUDGET : null,
                null,
                story.isAdaptive() ? clock.instant().plus(Duration.ofDays(7)) : null,
                story.isAdaptive() ? List.of(LiveStory.SOURCE) : null);
    }

    /** Also a rehearsal has until then: it is to show one missed milestone, not two. */
    private CampaignRequest.PlannedDate allFinal(Story story) {
        LocalDate due = LocalDate.ofInstant(clock.instant().plus(story.launchIn()), ZoneOffset.UTC)
                .minusWeeks(2);
        return new CampaignRequest.PlannedDate(
                "final-converged", "All drafts are final", Groups.CAMPAIGN_MANAGERS, due, null);
    }
}
