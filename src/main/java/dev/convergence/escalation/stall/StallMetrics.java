package dev.convergence.escalation.stall;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.escalation.wait.StallKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** How many waits are stalled, by kind: {@code convergence_stalls}. */
@Component
class StallMetrics implements MeterBinder {

    private final RuntimeService runtime;
    private final SystemAuthority system;

    StallMetrics(RuntimeService runtime, SystemAuthority system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (StallKind kind : StallKind.values()) {
            Gauge.builder("convergence.stalls", () -> open(kind))
                    .tag("kind", kind.incidentType())
                    .description("Waits that are stalled now")
                    .register(registry);
        }
    }

    private long open(StallKind kind) {
        return system.call(() -> runtime.createIncidentQuery()
                .incidentType(kind.incidentType())
                .activityId(kind.taskKey())
                .count());
    }
}
