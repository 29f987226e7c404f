package dev.convergence.notification.delivery;

import dev.convergence.engine.identity.SystemAuthority;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** {@code convergence_messages_waiting} by channel, and {@code convergence_messages_failed}. */
@Component
class MessageMetrics implements MeterBinder {

    private final MessageRepository messages;
    private final RuntimeService runtime;
    private final SystemAuthority system;

    MessageMetrics(MessageRepository messages, RuntimeService runtime, SystemAuthority system) {
        this.messages = messages;
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Channel channel : Channel.values()) {
            Gauge.builder("convergence.messages.waiting", () -> messages.waiting(channel))
                    .tag("channel", channel.id())
                    .description("Messages that are not sent yet")
                    .register(registry);
        }
        Gauge.builder("convergence.messages.failed", this::failed)
                .description("Deliveries that were given up and wait for an operator")
                .register(registry);
    }

    private long failed() {
        return system.call(() -> runtime.createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .activityId(MessageDeliveryProcess.SEND)
                .count());
    }
}
