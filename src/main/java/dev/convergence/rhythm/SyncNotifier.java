package dev.convergence.rhythm;

import dev.convergence.notification.NoticeService;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells people, other systems and the metrics what becomes of syncs. */
@Component
class SyncNotifier {

    private static final String SUBJECT = "sync";

    private final NoticeService noticeService;
    private final EventPublisher eventPublisher;
    private final SyncMetrics metrics;

    SyncNotifier(NoticeService noticeService, EventPublisher eventPublisher, SyncMetrics metrics) {
        this.noticeService = noticeService;
        this.eventPublisher = eventPublisher;
        this.metrics = metrics;
    }

    /** Tells all who come. */
    void due(Sync sync, Agenda agenda) {
        String text = "%s is due: %s, %s since the last one."
                .formatted(
                        title(sync),
                        count(agenda.blockers(), "blocker", "blockers"),
                        count(agenda.progress(), "step of progress", "steps of progress"));
        Set<String> all = new LinkedHashSet<>(sync.cadence().attendants());
        all.addAll(sync.cadence().hosts());
        tell(sync, all, text);
    }

    /** Tells those who would have held it. */
    void skipped(Sync sync, Instant since) {
        String text =
                "%s is skipped: nothing changed since %s, nothing is blocked.".formatted(title(sync), sync.when(since));
        tell(sync, sync.cadence().hosts(), text);
        publish(EventTypeCatalog.SYNC_SKIPPED, sync.kind(), sync.campaign().key(), sync.at(), Map.of());
        metrics.skipped(sync.kind());
    }

    void held(SyncKind kind, String campaign, Instant at, Agenda agenda, int minutes, int people) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("minutes", minutes);
        data.put("people", people);
        data.put("progress", agenda.progress().size());
        data.put("blockers", agenda.blockers().size());
        publish(EventTypeCatalog.SYNC_HELD, kind, campaign, at, data);
        metrics.held(kind);
    }

    private void tell(Sync sync, Iterable<String> groups, String text) {
        groups.forEach(
                group -> noticeService.tell(sync.campaign().key(), sync.kind().id(), group, SUBJECT, text));
    }

    private void publish(String type, SyncKind kind, String campaign, Instant at, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("at", at.toString());
        eventPublisher.happened(type, campaign, kind.id(), data);
    }

    private static String title(Sync sync) {
        return "%s of campaign “%s” (%s), %s"
                .formatted(
                        sync.kind().title(),
                        sync.campaign().name(),
                        sync.campaign().key(),
                        sync.when(sync.at()));
    }

    private static String count(List<?> things, String one, String several) {
        return things.size() + " " + (things.size() == 1 ? one : several);
    }
}
