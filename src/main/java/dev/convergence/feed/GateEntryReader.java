package dev.convergence.feed;

import dev.convergence.campaign.planning.RunningCampaign;
import dev.convergence.campaign.planning.RunningCampaign.PlannedGate;
import dev.convergence.engine.query.RowReader;
import dev.convergence.feed.OpenTaskRepository.OpenTask;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.notification.delivery.LinkBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The due dates of gates: of those under review or decided that of their last round, of the others the planned one. */
@Component
class GateEntryReader {

    private static final String NOUN = "Gate";

    private final GateReviewRepository reviews;
    private final LinkBuilder linkBuilder;

    GateEntryReader(GateReviewRepository reviews, LinkBuilder linkBuilder) {
        this.reviews = reviews;
        this.linkBuilder = linkBuilder;
    }

    private record Gate(String campaignInstance, String id) {}

    /** The campaigns are older than what is read here, so that no gate is missed that is reached meanwhile. */
    List<CalendarEntry> of(Collection<RunningCampaign> campaigns, Collection<OpenTask> open) {
        if (campaigns.isEmpty()) {
            return List.of();
        }
        Map<String, List<GateReview>> reviewed =
                reviews.of(campaigns.stream().map(RunningCampaign::key).toList()).stream()
                        .collect(Collectors.groupingBy(GateReview::campaignInstanceId));
        Map<Gate, Assignees> assignees = asked(open);
        return RowReader.stream("gates of", campaigns, RunningCampaign::key, campaign -> entries(
                                campaign, reviewed.getOrDefault(campaign.instanceId(), List.of()), assignees)
                        .toList())
                .flatMap(List::stream)
                .toList();
    }

    private static Map<Gate, Assignees> asked(Collection<OpenTask> open) {
        Map<Gate, Assignees> assignees = new HashMap<>();
        open.forEach(
                task -> assignees.merge(new Gate(task.campaignInstance(), task.gate()), task.asked(), Assignees::and));
        return assignees;
    }

    /** The reviews are in their order: the last of a gate counts. */
    private Stream<CalendarEntry> entries(
            RunningCampaign campaign, List<GateReview> reviewed, Map<Gate, Assignees> assignees) {
        Map<String, Optional<CalendarEntry>> entries = new LinkedHashMap<>();
        campaign.gates().forEach(gate -> entries.put(gate.id(), ahead(campaign, gate)));
        reviewed.forEach(review -> entries.put(
                review.gate(),
                reached(
                        campaign,
                        review,
                        assignees.getOrDefault(new Gate(campaign.instanceId(), review.gate()), Assignees.NOBODY))));
        return entries.values().stream().flatMap(Optional::stream);
    }

    private Optional<CalendarEntry> ahead(RunningCampaign campaign, PlannedGate gate) {
        String owner = gate.group().filter(group -> !group.isBlank()).orElse("nobody");
        return gate.dueAt()
                .map(due -> new CalendarEntry(
                        EntryUidGenerator.of(campaign.key(), EntryKind.GATE, gate.id()),
                        campaign.key(),
                        EntryKind.GATE,
                        TimeSlot.before(due),
                        EntryState.EXPECTED,
                        EntryTexts.summary(campaign, NOUN, gate.name()),
                        EntryTexts.description(campaign, "Not reached yet. The date is that of " + owner + "."),
                        linkBuilder.instance(campaign.instanceId()),
                        Assignees.NOBODY));
    }

    private Optional<CalendarEntry> reached(RunningCampaign campaign, GateReview review, Assignees assignees) {
        return due(campaign, review)
                .map(due -> new CalendarEntry(
                        EntryUidGenerator.of(campaign.key(), EntryKind.GATE, review.gate()),
                        campaign.key(),
                        EntryKind.GATE,
                        TimeSlot.before(due),
                        state(review),
                        EntryTexts.summary(campaign, NOUN, review.name()),
                        EntryTexts.description(
                                campaign, review.isOpen() ? EntryTexts.waitingFor(assignees) : decision(review)),
                        review.isOpen()
                                ? linkBuilder.task(review.taskId())
                                : linkBuilder.instance(campaign.instanceId()),
                        assignees));
    }

    /** While the work is done again, the gate is due when the plan says so, which may have moved since. */
    private static Optional<Instant> due(RunningCampaign campaign, GateReview review) {
        Optional<Instant> last = Optional.ofNullable(review.dueAt());
        return isSentBack(review)
                ? campaign.gate(review.gate()).flatMap(PlannedGate::dueAt).or(() -> last)
                : last;
    }

    private static boolean isSentBack(GateReview review) {
        return GateOutcome.SENT_BACK.name().equals(review.outcome());
    }

    private static EntryState state(GateReview review) {
        if (review.isOpen() || isSentBack(review)) {
            return EntryState.EXPECTED;
        }
        return GateOutcome.WAIVED.name().equals(review.outcome()) ? EntryState.CANCELLED : EntryState.REACHED;
    }

    private static String decision(GateReview review) {
        String outcome = GateOutcome.inWords(review.outcome());
        return "Decided: " + outcome + ", by " + review.decidedBy() + ".";
    }
}
