package dev.convergence.draft;

import dev.convergence.context.CampaignLock;
import dev.convergence.engine.form.LinkValidator;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shares versions and acknowledges those of others, one after the other within a campaign. */
@Component
class DraftService {

    private final DraftRepository table;
    private final DraftReader draftReader;
    private final EventPublisher eventPublisher;
    private final Clock clock;
    private final CampaignLock lock;

    DraftService(
            DraftRepository table,
            DraftReader draftReader,
            EventPublisher eventPublisher,
            Clock clock,
            CampaignLock lock) {
        this.table = table;
        this.draftReader = draftReader;
        this.eventPublisher = eventPublisher;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * Shares the next version of a track's draft.
     *
     * @throws Refusal naming the field, where it is based on what does not exist, or links to what nobody should follow
     */
    @Transactional
    public Draft share(NewDraft shared) {
        LinkValidator.requireLinks("links", Objects.requireNonNullElse(shared.links(), ""));
        lock.hold(shared.campaign());
        List<Draft> present = table.of(shared.campaign());
        Map<String, Integer> basedOn = shared.basedOn().orElseGet(() -> latestOfOthers(shared.track(), present));
        basedOn.forEach((other, version) -> requireBase(shared.field(), shared.track(), other, version, present));
        Draft draft = new Draft(
                shared.campaign(),
                shared.track(),
                next(shared.track(), present),
                shared.result(),
                shared.links(),
                shared.changes(),
                shared.by().user(),
                shared.by().onBehalfOf(),
                clock.instant(),
                basedOn);
        table.add(draft);
        publish(draft);
        return draft;
    }

    /** The flags of a track that nobody can add to, or take from, before the transaction ends. */
    @Transactional
    public List<DraftFlag> flagsUnderLock(String campaign, String track) {
        lock.hold(campaign);
        return draftReader.flags(campaign).stream()
                .filter(flag -> flag.track().equals(track))
                .toList();
    }

    /** Whether the next version of a track is its first; nobody else can share one before the transaction ends. */
    @Transactional
    public boolean isFirstUnderLock(String campaign, String track) {
        lock.hold(campaign);
        return next(track, table.of(campaign)) == 1;
    }

    /** The track's work stands with the newest version that it is flagged for. */
    @Transactional
    public DraftAcknowledgement acknowledge(String campaign, DraftFlag flag, String note, DraftAuthor by) {
        DraftAcknowledgement acknowledgement = new DraftAcknowledgement(
                flag.track(), flag.basedOn(), flag.latestVersion(), by.user(), by.onBehalfOf(), clock.instant(), note);
        table.add(campaign, acknowledgement);
        return acknowledgement;
    }

    /** @throws Refusal naming the field, where a version is the track's own or does not exist */
    static void requireBase(String field, String track, String other, int version, List<Draft> present) {
        if (other.equals(track)) {
            throw new RefusalException(field, "names " + other + ", which is the own track");
        }
        if (present.stream().noneMatch(draft -> draft.track().equals(other) && draft.version() == version)) {
            throw new RefusalException(field, "names version %d of %s, which does not exist".formatted(version, other));
        }
    }

    private static Map<String, Integer> latestOfOthers(String track, List<Draft> present) {
        return DraftReader.latest(present).stream()
                .filter(draft -> !draft.track().equals(track))
                .collect(Collectors.toMap(Draft::track, Draft::version));
    }

    private static int next(String track, List<Draft> present) {
        return 1
                + present.stream()
                        .filter(draft -> draft.track().equals(track))
                        .mapToInt(Draft::version)
                        .max()
                        .orElse(0);
    }

    private void publish(Draft draft) {
        if (eventPublisher.anybodyListens()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("version", draft.version());
            data.put("sharedBy", draft.sharedBy());
            data.put("sharedFor", draft.sharedFor());
            data.put("links", draft.links());
            data.put("changes", draft.changes());
            data.put("basedOn", draft.basedOn());
            eventPublisher.happened(EventTypeCatalog.DRAFT_SHARED, draft.campaign(), draft.track(), data);
        }
    }
}
