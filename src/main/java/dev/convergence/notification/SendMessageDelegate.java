package dev.convergence.notification;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "sendMessage", reach = Reach.PRODUCT, in = MessageDeliveryProcess.KEY)
class SendMessageDelegate implements JavaDelegate {

    private final Sending sending;

    SendMessageDelegate(Sending sending) {
        this.sending = sending;
    }

    @Override
    public void execute(DelegateExecution delivery) {
        Date tryAgainAt = sending.send(
                        delivery.getProcessBusinessKey(),
                        Channel.of(MessageDeliveryProcess.CHANNEL.get(delivery)),
                        MessageDeliveryProcess.RECIPIENT.get(delivery))
                .map(Date::from)
                .orElse(null);
        MessageDeliveryProcess.TRY_AGAIN_AT.handOn(delivery, tryAgainAt);
    }
}
