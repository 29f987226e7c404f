package dev.convergence.demo;

import dev.convergence.campaign.CampaignWorkflow;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.people.ConditionalOnDemo;
import dev.convergence.people.GroupCatalog;
import dev.convergence.problem.LostRaceRetryPolicy;
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
class DemoCampaignRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCampaignRunner.class);

    private static final List<DemoStory> STORIES = List.of(
            DemoStory.pausedAt(
                    "checkout-rehearsal",
                    "Checkout relaunch (rehearsal)",
                    "product-launch",
                    "rehearsal",
                    Duration.ofDays(30),
                    "product-ready"),
            DemoStory.parallel(
                    "travel-pass-rehearsal",
                    "Travel pass (rehearsal)",
                    "product-launch",
                    "rehearsal",
                    Duration.ofDays(30),
                    List.of("product-track", "marketing-track", "sales-track")),
            DemoStory.parallel(
                    "city-guide",
                    "City guide",
                    "product-launch",
                    "normal",
                    Duration.ofDays(35),
                    List.of("product-track", "marketing-track", "sales-track", "analytics-track", "product-track")),
            DemoStory.adaptive(
                    "flash-sale",
                    "Flash sale",
                    "product-launch",
                    "rehearsal",
                    List.of("0.27", "0.25", "0.26", "0.24", "0.23")),
            DemoStory.pausedAt(
                    "autumn-webinar",
                    "Autumn webinar",
                    "annual-event",
                    "normal",
                    Duration.ofDays(60),
                    "userTask_writeBrief"),
            DemoStory.pausedAt(
                    "spring-launch", "Spring launch", "product-launch", "high", Duration.ofDays(45), "assets-ready"),
            DemoStory.pausedAt(
                    "partner-summit",
                    "Partner summit",
                    "annual-event",
                    "normal",
                    Duration.ofDays(40),
                    "userTask_acceptHandoff"),
            DemoStory.pausedAt(
                    "summer-festival", "Summer festival", "annual-event", "normal", null, "userTask_holdPostMortem"),
            DemoStory.finished("winter-sale", "Winter sale", "product-launch"),
            DemoStory.cancelled("loyalty-relaunch", "Loyalty relaunch", "always-on", "product-ready"));

    private static final Map<String, BigDecimal> BUDGET = Map.of(
            "email", BigDecimal.valueOf(6000), "social", BigDecimal.valueOf(3000), "ads", BigDecimal.valueOf(1000));

    private final CampaignWorkflow workflow;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DemoActor demoActor;
    private final LiveStoryRunner live;
    private final Clock clock;

    private final AtomicBoolean stopped = new AtomicBoolean();

    DemoCampaignRunner(
            CampaignWorkflow workflow,
            RuntimeService runtime,
            TaskService tasks,
            DemoActor demoActor,
            LiveStoryRunner live,
            Clock clock) {
        this.workflow = workflow;
        this.runtime = runtime;
        this.tasks = tasks;
        this.demoActor = demoActor;
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
        STORIES.stream().takeWhile(demoStory -> !stopped.get()).forEach(this::playOnItsOwn);
        if (!stopped.get()) {
            LOG.info(
                    "Demo campaigns are ready: {}",
                    STORIES.stream().map(DemoStory::key).toList());
        }
    }

    /** The application ends, whatever is being played. */
    @PreDestroy
    void stop() {
        stopped.set(true);
    }

    /** One that fails takes none of the others along. */
    private void playOnItsOwn(DemoStory demoStory) {
        try {
            play(demoStory);
        } catch (RefusalException played) {
            LOG.info("Demo campaign {} stays as it is: {}", demoStory.key(), played.getMessage());
        } catch (RuntimeException failed) {
            if (!stopped.get()) {
                LOG.warn("Demo campaign {} stays where it has come to", demoStory.key(), failed);
            }
        }
    }

    private void play(DemoStory demoStory) {
        demoActor.as("campaign-manager", GroupCatalog.CAMPAIGN_MANAGERS, () -> {
            workflow.campaignRequested(request(demoStory));
            return null;
        });
        if (demoStory.isParallel()) {
            shareDrafts(demoStory);
        } else if (demoStory.isAdaptive()) {
            live.play(demoStory);
        } else {
            playInOrder(demoStory);
        }
    }

    /** Whoever is left out is late for the milestone; whoever comes again changes what others have built on. */
    private void shareDrafts(DemoStory demoStory) {
        demoActor.completeNext(() -> next(demoStory), brief -> DemoAnswers.to(brief.getTaskDefinitionKey()));
        for (String track : demoStory.shares()) {
            demoActor.completeNext(
                    () -> next(demoStory, open -> track.equals(tasks.getVariable(open.getId(), "trackId"))),
                    task -> DemoAnswers.draft(track, task.getTaskDefinitionKey()));
        }
    }

    private void playInOrder(DemoStory demoStory) {
        Set<String> reviews = new HashSet<>();
        while (demoActor.completeNext(
                () -> next(demoStory).filter(task -> !pausesAt(demoStory, task)),
                task -> answers(demoStory, task, reviews))) {
            // until it pauses
        }
        if (demoStory.cancelled()) {
            LostRaceRetryPolicy.ofFound(() -> {
                workflow.campaignCancelled(
                        demoStory.key(), "The partner withdrew from the programme", "campaign-manager");
                return null;
            });
        }
    }

    /** One story shows what a gate that sent its work back looks like; advice on that gate is about it, too. */
    private Map<String, Object> answers(DemoStory demoStory, Task task, Set<String> reviews) {
        boolean demonstrates = "partner-summit".equals(demoStory.key())
                && DemoAnswers.REVIEW.equals(task.getTaskDefinitionKey())
                && "assets-ready".equals(gate(task));
        if (demonstrates) {
            reviews.add(task.getId());
        }
        return demonstrates && reviews.size() == 1
                ? DemoAnswers.sendBack()
                : DemoAnswers.to(task.getTaskDefinitionKey());
    }

    private Optional<Task> next(DemoStory demoStory) {
        return next(demoStory, task -> true);
    }

    private Optional<Task> next(DemoStory demoStory, Predicate<Task> which) {
        return demoActor.awaitTask(
                demoStory.key(),
                which,
                () -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(demoStory.key())
                                .count()
                        == 0);
    }

    private boolean pausesAt(DemoStory demoStory, Task task) {
        return task.getTaskDefinitionKey().equals(demoStory.until())
                || (demoStory.until() != null && demoStory.until().equals(gate(task)));
    }

    private String gate(Task task) {
        return (String) tasks.getVariableLocal(task.getId(), "gateId");
    }

    private CampaignRequest request(DemoStory demoStory) {
        return new CampaignRequest(
                demoStory.key(),
                demoStory.name(),
                demoStory.type(),
                demoStory.priority(),
                demoStory.pattern(),
                null,
                demoStory.launchIn() == null ? null : clock.instant().plus(demoStory.launchIn()),
                demoStory.isParallel() ? List.of(allFinal(demoStory)) : null,
                null,
                demoStory.isAdaptive() ? BUDGET : null,
                null,
                demoStory.isAdaptive() ? clock.instant().plus(Duration.ofDays(7)) : null,
                demoStory.isAdaptive() ? List.of(LiveStoryRunner.SOURCE) : null);
    }

    /** Also a rehearsal has until then: it is to show one missed milestone, not two. */
    private CampaignRequest.PlannedDate allFinal(DemoStory demoStory) {
        LocalDate due = LocalDate.ofInstant(clock.instant().plus(demoStory.launchIn()), ZoneOffset.UTC)
                .minusWeeks(2);
        return new CampaignRequest.PlannedDate(
                "final-converged", "All drafts are final", GroupCatalog.CAMPAIGN_MANAGERS, due, null);
    }
}
