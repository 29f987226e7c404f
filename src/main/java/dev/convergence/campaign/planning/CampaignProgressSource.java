package dev.convergence.campaign.planning;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.handoff.HandoffProcess;
import dev.convergence.meeting.AgendaSource;
import dev.convergence.meeting.Progress;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.rhythm.SyncProcess;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** What has moved in a campaign: gates that were decided, work that was done, handoffs, conditions and dates. */
@Component
class CampaignProgressSource implements AgendaSource {

    private static final int MOST = 100;

    /** Told of by the decision of the gate, and by the sync itself. */
    private static final Set<String> TOLD_OTHERWISE = Set.of(GateProcess.REVIEW_GATE, SyncProcess.HOLD_SYNC);

    private final HistoryService history;
    private final GateReviewRepository reviews;
    private final NoticeService noticeService;

    CampaignProgressSource(HistoryService history, GateReviewRepository reviews, NoticeService noticeService) {
        this.history = history;
        this.reviews = reviews;
        this.noticeService = noticeService;
    }

    @Override
    public List<Progress> since(CampaignContext campaign, Instant since) {
        return campaign.key() == null
                ? List.of()
                : Stream.of(decided(campaign.key()), done(campaign.key(), since), moved(campaign.key()))
                        .flatMap(steps -> steps)
                        .filter(step -> step.at().isAfter(since))
                        .toList();
    }

    private Stream<Progress> decided(String key) {
        return reviews.of(List.of(key)).stream()
                .filter(review -> !review.isOpen())
                .map(CampaignProgressSource::decided);
    }

    private static Progress decided(GateReview review) {
        String outcome = GateOutcome.inWords(review.outcome());
        return new Progress(
                "Gate “%s”: %s".formatted(review.name(), outcome),
                TaskAuthorReader.inWords(review.decidedBy(), review.decidedFor()),
                review.decidedAt());
    }

    private Stream<Progress> done(String key, Instant since) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .finishedAfter(Date.from(since))
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .listPage(0, MOST)
                .stream()
                .filter(task -> !TOLD_OTHERWISE.contains(task.getTaskDefinitionKey()))
                .map(CampaignProgressSource::done);
    }

    private static Progress done(HistoricTaskInstance task) {
        String about = CallActivityNameReader.within(task.getName(), task.getName());
        String what =
                switch (task.getTaskDefinitionKey()) {
                    case GateProcess.MEET_CONDITION -> "Condition met: " + about;
                    case HandoffProcess.PREPARE_HANDOFF -> "Handoff sent: " + about;
                    case HandoffProcess.ACCEPT_HANDOFF -> "Handoff answered: " + about;
                    default -> "Done: " + task.getName();
                };
        return new Progress(
                what, TaskAuthorReader.inWords(task), task.getEndTime().toInstant());
    }

    /** Every team along the plan is told, each of its own date. */
    private Stream<Progress> moved(String key) {
        return noticeService.of(key, MOST).stream()
                .filter(notice -> PlanningService.SUBJECT.equals(notice.subject()))
                .map(CampaignProgressSource::moved);
    }

    private static Progress moved(Notice notice) {
        return new Progress(notice.text(), "", notice.at());
    }
}
