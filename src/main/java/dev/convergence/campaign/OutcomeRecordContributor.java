package dev.convergence.campaign;

import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.alignment.ConflictRecordRepository;
import dev.convergence.campaign.request.CampaignState;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.problem.NotFoundException;
import dev.convergence.retention.CampaignRecordContributor;
import dev.convergence.retention.EndedCampaign;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** How a campaign went: planned and actual dates, outcomes, rounds, conflicts, and what its post-mortem said. */
@Component
class OutcomeRecordContributor implements CampaignRecordContributor {

    private final CampaignReader reader;
    private final ConflictRecordRepository conflicts;
    private final HistoryService history;

    OutcomeRecordContributor(CampaignReader reader, ConflictRecordRepository conflicts, HistoryService history) {
        this.reader = reader;
        this.conflicts = conflicts;
        this.history = history;
    }

    /**
     * The outcome.
     *
     * @param alignmentIncidents how many conflicts there were of each kind
     * @param humanTouches how many tasks people have completed
     */
    record Outcome(
            CampaignState state,
            Instant plannedLaunch,
            Instant launchedAt,
            Number roi,
            Number teamSatisfaction,
            int humanTouches,
            Map<String, Long> alignmentIncidents,
            List<Gate> gates,
            List<Handoff> handoffs,
            List<Milestone> milestones) {}

    record Gate(String gate, String outcome, Instant dueAt, Instant decidedAt, int rounds) {}

    record Handoff(String handoff, String state, Instant dueAt, Instant answeredAt) {}

    record Milestone(String milestone, Instant dueAt, Instant reachedAt) {}

    @Override
    public String name() {
        return "outcome";
    }

    @Override
    public Outcome of(EndedCampaign campaign) {
        CampaignView view =
                reader.withKey(campaign.key()).orElseThrow(() -> new NotFoundException("Campaign", campaign.key()));
        return new Outcome(
                view.state(),
                view.plannedLaunch(),
                view.launchedAt(),
                view.roi(),
                view.teamSatisfaction(),
                humanTouches(campaign.key()),
                alignmentIncidents(campaign.key()),
                view.gates().stream()
                        .map(gate ->
                                new Gate(gate.gate(), gate.outcome(), gate.dueAt(), gate.decidedAt(), gate.rounds()))
                        .toList(),
                view.handoffs().stream()
                        .map(handoff ->
                                new Handoff(handoff.handoff(), handoff.state(), handoff.dueAt(), handoff.answeredAt()))
                        .toList(),
                view.milestones().stream()
                        .map(milestone ->
                                new Milestone(milestone.milestone(), milestone.dueAt(), milestone.reachedAt()))
                        .toList());
    }

    private int humanTouches(String campaign) {
        return (int) history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .count();
    }

    private Map<String, Long> alignmentIncidents(String campaign) {
        return conflicts.of(List.of(campaign)).stream()
                .collect(Collectors.groupingBy(ConflictRecord::kind, TreeMap::new, Collectors.counting()));
    }
}
