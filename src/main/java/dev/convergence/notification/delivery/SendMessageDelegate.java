package dev.convergence.notification.delivery;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "sendMessage", reach = BeanReach.PRODUCT, in = MessageDeliveryProcess.KEY)
class SendMessageDelegate implements JavaDelegate {

    private final BatchSender batchSender;

    SendMessageDelegate(BatchSender batchSender) {
        this.batchSender = batchSender;
    }

    @Override
    public void execute(DelegateExecution delivery) {
        Date tryAgainAt = batchSender
                .send(
                        delivery.getProcessBusinessKey(),
                        Channel.of(MessageDeliveryProcess.CHANNEL.get(delivery)),
                        MessageDeliveryProcess.RECIPIENT.get(delivery))
                .map(Date::from)
                .orElse(null);
        MessageDeliveryProcess.TRY_AGAIN_AT.handOn(delivery, tryAgainAt);
    }
}
