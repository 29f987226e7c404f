package dev.convergence.milestone;

import dev.convergence.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells every dependent team at once. */
@Component
class MilestoneNotices {

    private static final String SUBJECT = "milestone";

    private final Notices notices;
    private final DependentTeams teams;

    MilestoneNotices(Notices notices, DependentTeams teams) {
        this.notices = notices;
        this.teams = teams;
    }

    void tell(DelegateExecution milestone, String text) {
        String campaign = milestone.getProcessBusinessKey();
        String id = MilestoneProcess.MILESTONE_ID.get(milestone);
        teams.of(milestone).forEach(team -> notices.tell(campaign, id, team, SUBJECT, text));
    }
}
