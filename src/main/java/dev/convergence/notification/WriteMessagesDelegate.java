package dev.convergence.notification;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "writeMessages", reach = Reach.PRODUCT, in = MessageDispatchProcess.KEY)
class WriteMessagesDelegate implements JavaDelegate {

    private final Notices notices;
    private final Events events;
    private final MailPost mail;
    private final ChatPost chat;
    private final WebhookPost webhooks;

    WriteMessagesDelegate(Notices notices, Events events, MailPost mail, ChatPost chat, WebhookPost webhooks) {
        this.notices = notices;
        this.events = events;
        this.mail = mail;
        this.chat = chat;
        this.webhooks = webhooks;
    }

    @Override
    public void execute(DelegateExecution dispatch) {
        String id = dispatch.getProcessBusinessKey();
        List<Told> told = notices.ofDispatch(id);
        mail.post(told);
        chat.post(told);
        webhooks.post(events.of(id));
        events.forget(id);
    }
}
