package dev.convergence.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The engine's clock, moved by hand; its timers fire when the clock reaches them, in their order. */
@Component
@Profile("replay")
class VirtualClock {

    private final ManagementService management;

    VirtualClock(ManagementService management) {
        this.management = management;
    }

    Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    void set(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** Moves on to an instant, firing what is due on the way; after each job, the given step is taken. */
    void moveTo(Instant instant, Runnable step) {
        Optional<Job> next = nextJob();
        while (next.isPresent() && !due(next.get()).isAfter(instant)) {
            set(due(next.get()).isAfter(now()) ? due(next.get()) : now());
            management.executeJob(next.get().getId());
            step.run();
            next = nextJob();
        }
        set(instant);
        step.run();
    }

    private Optional<Job> nextJob() {
        List<Job> jobs = management.createJobQuery().active().withRetriesLeft().list();
        return jobs.stream().min(Comparator.comparing(this::due));
    }

    private Instant due(Job job) {
        return job.getDuedate() == null ? now() : job.getDuedate().toInstant();
    }
}
