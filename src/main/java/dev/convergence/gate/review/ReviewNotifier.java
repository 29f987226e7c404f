package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.gate.GateProcess;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Tells those who are asked about a gate, as soon as they are. Where nothing leaves the application, Tasklist tells them,
 * and there is nothing to record.
 */
@Component
class ReviewNotifier {

    private static final String SUBJECT = "asked";

    private final NoticeService noticeService;

    ReviewNotifier(NoticeService noticeService) {
        this.noticeService = noticeService;
    }

    void asked(DelegateTask task, String gate, String name) {
        if (noticeService.goOut()) {
            String campaign = task.getExecution().getProcessBusinessKey();
            String text = text(task, name, campaign);
            recipients(task)
                    .forEach(recipient -> noticeService.tell(campaign, gate, recipient, SUBJECT, text, task.getId()));
        }
    }

    private static String text(DelegateTask task, String name, String campaign) {
        String asked = GateProcess.GIVE_ADVICE.equals(task.getTaskDefinitionKey()) ? "advice" : "decision";
        return "Gate “%s” of campaign “%s” (%s) asks for your %s."
                .formatted(name, CampaignContext.NAME.find(task).orElse(campaign), campaign, asked);
    }

    private static List<String> recipients(DelegateTask task) {
        return Optional.ofNullable(task.getAssignee())
                .map(user -> List.of(Notice.user(user)))
                .orElseGet(() -> task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
