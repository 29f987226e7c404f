package dev.convergence.campaign.dossier;

import dev.convergence.bounds.DateBounds;
import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.alignment.ConvergenceObstacleSource;
import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.escalation.stall.Stall;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.Vote;
import dev.convergence.gate.condition.ConditionRecord;
import dev.convergence.gate.review.GateDossier;
import dev.convergence.handoff.HandoffRecord;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.people.GroupCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The dossier in words that a form can show as they are: dates in the office's time zone, no nulls, no codes. Tables
 * show text as it stands; the campaign and the gate are shown by text components, so what people wrote is made literal.
 */
@Component
class DossierTexts {

    private static final Map<String, String> BRIEF = brief();

    private final ZoneId zone;

    DossierTexts(WorkingCalendarRegistry calendars) {
        this.zone = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    Map<String, Object> campaign(CampaignContext campaign, Map<String, Object> facts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", MarkdownFormatter.literal(text(campaign.key())));
        row.put("name", MarkdownFormatter.literal(campaign.key() == null ? "" : campaign.name()));
        row.put("type", words(facts.get(CampaignProcess.TYPE.name())));
        row.put("priority", words(campaign.priority()));
        row.put("pattern", words(campaign.pattern().orElse("")));
        row.put(
                "plannedLaunch",
                CampaignProcess.PLANNED_LAUNCH
                        .find(facts)
                        .map(this::whenWritten)
                        .orElse("as soon as it has converged"));
        row.put(
                "launchedAt",
                CampaignProcess.LAUNCHED_AT.find(facts).map(this::whenWritten).orElse(""));
        return row;
    }

    /** The parts of the brief that were written, each as a row. */
    List<Map<String, Object>> brief(Map<String, Object> facts) {
        return BRIEF.entrySet().stream()
                .filter(part -> facts.get(part.getKey()) != null)
                .map(part -> Map.<String, Object>of("part", part.getValue(), "text", text(facts.get(part.getKey()))))
                .toList();
    }

    Map<String, Object> round(GateReview review) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("gate", review.name());
        row.put("round", review.round());
        row.put("outcome", words(review.outcome()));
        row.put("by", TaskAuthorReader.inWords(review.decidedBy(), review.decidedFor()));
        row.put("at", when(review.decidedAt()));
        row.put("comment", text(review.comment()));
        row.put("conditions", text(review.conditions()));
        row.put("said", lines(review.comment(), review.conditions()));
        return row;
    }

    Map<String, Object> handoff(HandoffRecord handoff) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", handoff.name());
        row.put("from", text(handoff.from()));
        row.put("to", text(handoff.to()));
        row.put("state", words(handoff.state()));
        row.put("dueAt", when(handoff.dueAt()));
        row.put("what", text(handoff.what()));
        row.put("where", text(handoff.where()));
        row.put("gaps", text(handoff.gaps()));
        row.put("links", text(handoff.links()));
        row.put("places", lines(handoff.where(), handoff.links()));
        row.put("comment", text(handoff.comment()));
        row.put("answeredBy", TaskAuthorReader.inWords(handoff.answeredBy(), handoff.answeredFor()));
        return row;
    }

    Map<String, Object> stall(Stall stall) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", text(stall.name()));
        row.put("cause", text(stall.cause()));
        row.put("waitingFor", words(stall.waitingFor().group()));
        row.put("overdue", duration(stall.overdue()));
        row.put("rung", words(stall.rung()));
        return row;
    }

    Map<String, Object> notice(Notice notice) {
        return Map.of(
                "at", when(notice.at()),
                "to", recipient(notice),
                "subject", words(notice.subject()),
                "text", notice.text());
    }

    /** The gate under review: its round, its matter, and whether the four checks of convergence are asked at it. */
    Map<String, Object> gate(GateReview review, GateDossier matter) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", review.gate());
        row.put("name", MarkdownFormatter.literal(review.name()));
        row.put("round", review.round());
        row.put("dueAt", when(review.dueAt()));
        row.put("convergence", ConvergenceObstacleSource.CONVERGENCE_GATE.equals(review.gate()));
        row.put("version", matter.version());
        row.put(
                "evidence",
                matter.evidence().stream().map(DossierTexts::evidence).toList());
        row.put("advice", matter.advice().stream().map(this::advice).toList());
        row.put("votes", review.votes().stream().map(this::vote).toList());
        return row;
    }

    private static Map<String, Object> evidence(GateDossier.Item item) {
        return Map.of(
                "name", item.name(),
                "state", item.provided() == null ? "Missing" : "Provided",
                "provided", text(item.provided()));
    }

    private Map<String, Object> advice(GateDossier.Advice advice) {
        return Map.of("at", when(advice.at()), "by", text(advice.by()), "text", text(advice.text()));
    }

    private Map<String, Object> vote(Vote vote) {
        return Map.of(
                "voter", TaskAuthorReader.inWords(vote.by(), vote.voter()),
                "outcome", words(vote.outcome()),
                "at", when(vote.at()),
                "said", lines(vote.comment(), vote.conditions()));
    }

    /** A conflict that is open. */
    Map<String, Object> conflict(ConflictRecord conflict) {
        return Map.of(
                "kind", ConflictKind.of(conflict.kind()) == ConflictKind.MESSAGE ? "Message" : "Schedule",
                "message", conflict.message(),
                "since", when(conflict.since()));
    }

    /** A condition of an approval. */
    Map<String, Object> condition(ConditionRecord condition) {
        return Map.of(
                "gate", words(condition.gate()),
                "what", text(condition.what()),
                "owner", text(condition.owner()),
                "due", when(condition.dueAt()),
                "state",
                        condition.metAt() == null
                                ? "Open"
                                : "Met by " + TaskAuthorReader.inWords(condition.metBy(), condition.metFor()));
    }

    /** The condition that the execution is about to meet. */
    Map<String, Object> conditionUnderWay(DelegateExecution execution) {
        return GateProcess.CONDITION_WHAT
                .find(execution)
                .<Map<String, Object>>map(what -> Map.of(
                        "what", MarkdownFormatter.literal(what),
                        "gate", words(GateProcess.CONDITION_GATE.get(execution)),
                        "due",
                                when(GateProcess.CONDITION_DUE_AT
                                        .find(execution)
                                        .map(Date::toInstant)
                                        .orElse(null))))
                .orElse(Map.of());
    }

    /** The response target as a paragraph of its own. */
    String target(Optional<String> target) {
        return target.map(words -> MarkdownFormatter.literal("Response target: " + words))
                .orElse("");
    }

    private static Map<String, String> brief() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("briefGoal", "Goal");
        parts.put("briefAudience", "Audience");
        parts.put("briefMessage", "Message");
        parts.put("briefSuccess", "How we measure success");
        return parts;
    }

    private String when(Instant instant) {
        return instant == null ? "" : WallTimeFormatter.of(instant, zone);
    }

    /** A time that cannot be read is shown as it is written. */
    private String whenWritten(String instant) {
        return RowReader.one("time", instant, () -> when(DateBounds.instant(instant)))
                .orElse(MarkdownFormatter.literal(instant));
    }

    private static String duration(Duration duration) {
        return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
    }

    private static String recipient(Notice notice) {
        String user = Notice.user("");
        return notice.recipient().startsWith(user)
                ? notice.recipient().substring(user.length())
                : words(notice.recipient());
    }

    private static String lines(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    /** A code such as {@code SENT_BACK} or {@code always-on} as it would be said. */
    private static String words(Object code) {
        String words = text(code).replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
