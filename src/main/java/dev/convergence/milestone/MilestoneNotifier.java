package dev.convergence.milestone;

import dev.convergence.notification.NoticeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells every dependent team at once. */
@Component
class MilestoneNotifier {

    private static final String SUBJECT = "milestone";

    private final NoticeService noticeService;
    private final DependentTeamReader teams;

    MilestoneNotifier(NoticeService noticeService, DependentTeamReader teams) {
        this.noticeService = noticeService;
        this.teams = teams;
    }

    void tell(DelegateExecution milestone, String text) {
        String campaign = milestone.getProcessBusinessKey();
        String id = MilestoneProcess.MILESTONE_ID.get(milestone);
        teams.of(milestone).forEach(team -> noticeService.tell(campaign, id, team, SUBJECT, text));
    }
}
