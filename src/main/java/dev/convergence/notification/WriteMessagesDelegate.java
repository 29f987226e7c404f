package dev.convergence.notification;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.notification.chat.ChatMessageWriter;
import dev.convergence.notification.delivery.MessageDispatchProcess;
import dev.convergence.notification.delivery.NoticeMessage;
import dev.convergence.notification.mail.MailMessageWriter;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.WebhookMessageWriter;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "writeMessages", reach = BeanReach.PRODUCT, in = MessageDispatchProcess.KEY)
class WriteMessagesDelegate implements JavaDelegate {

    private final NoticeService noticeService;
    private final EventPublisher eventPublisher;
    private final MailMessageWriter mail;
    private final ChatMessageWriter chat;
    private final WebhookMessageWriter webhooks;

    WriteMessagesDelegate(
            NoticeService noticeService,
            EventPublisher eventPublisher,
            MailMessageWriter mail,
            ChatMessageWriter chat,
            WebhookMessageWriter webhooks) {
        this.noticeService = noticeService;
        this.eventPublisher = eventPublisher;
        this.mail = mail;
        this.chat = chat;
        this.webhooks = webhooks;
    }

    @Override
    public void execute(DelegateExecution dispatch) {
        String id = dispatch.getProcessBusinessKey();
        List<NoticeMessage> told = noticeService.ofDispatch(id);
        mail.post(told);
        chat.post(told);
        webhooks.post(eventPublisher.of(id));
        eventPublisher.forget(id);
    }
}
