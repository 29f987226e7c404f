package dev.convergence.notification;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "closeBatch", reach = Reach.PRODUCT, in = MessageDeliveryProcess.KEY)
class CloseBatchDelegate implements JavaDelegate {

    private final MailPost mail;

    CloseBatchDelegate(MailPost mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution delivery) {
        mail.close(MessageDeliveryProcess.RECIPIENT.get(delivery), delivery.getProcessBusinessKey());
    }
}
