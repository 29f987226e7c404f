package dev.convergence.notification;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.notification.delivery.MessageDeliveryProcess;
import dev.convergence.notification.mail.MailMessageWriter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "closeBatch", reach = BeanReach.PRODUCT, in = MessageDeliveryProcess.KEY)
class CloseBatchDelegate implements JavaDelegate {

    private final MailMessageWriter mail;

    CloseBatchDelegate(MailMessageWriter mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution delivery) {
        mail.close(MessageDeliveryProcess.RECIPIENT.get(delivery), delivery.getProcessBusinessKey());
    }
}
