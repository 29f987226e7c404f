package dev.convergence.notification.delivery;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Begins the deliveries of messages. */
@Component
public class DeliveryStarter {

    private final RuntimeService runtime;

    DeliveryStarter(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public void atOnce(String batch, Channel channel, String recipient) {
        start(batch, channel, recipient, null);
    }

    /** @param until when the batch closes and is sent */
    public void gathering(String batch, Channel channel, String recipient, Instant until) {
        start(batch, channel, recipient, Date.from(until));
    }

    /** Somebody may have ended it by hand. */
    public boolean isUnderWay(String batch) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(MessageDeliveryProcess.KEY)
                        .processInstanceBusinessKey(batch)
                        .count()
                > 0;
    }

    private void start(String batch, Channel channel, String recipient, Date until) {
        runtime.startProcessInstanceByKey(
                MessageDeliveryProcess.KEY,
                batch,
                Variables.putValue(MessageDeliveryProcess.CHANNEL.name(), channel.id())
                        .putValue(MessageDeliveryProcess.RECIPIENT.name(), recipient)
                        .putValueTyped(
                                MessageDeliveryProcess.GATHER_UNTIL.name(), Variables.untypedValue(until, true)));
    }
}
