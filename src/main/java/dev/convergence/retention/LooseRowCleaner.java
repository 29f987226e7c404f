package dev.convergence.retention;

import dev.convergence.engine.history.HistoryProperties;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes by their age what belongs to no campaign, messages that were sent, and records. */
@Component
class LooseRowCleaner {

    private static final int BATCH = 1000;
    private static final int MOST_BATCHES = 50;

    /** A campaign that is registered, or something else that runs under this key. */
    private static final String BELONGS_TO_NOTHING =
            """
            not exists (select 1 from cc_campaign_key k where k.campaign_key = x.campaign_key)
            and not exists (select 1 from act_ru_execution e where e.business_key_ = x.campaign_key)""";

    private final JdbcClient jdbc;
    private final HistoryProperties kept;
    private final Clock clock;
    private final CampaignRecordRepository records;

    LooseRowCleaner(JdbcClient jdbc, HistoryProperties kept, Clock clock, CampaignRecordRepository records) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
        this.records = records;
    }

    void removeOld() {
        remove("cc_message", "x.sent_at < ?", kept.messages());
        remove("cc_message", "x.written_at < ? and " + BELONGS_TO_NOTHING, kept.campaigns());
        remove("cc_notice", "x.told_at < ? and " + BELONGS_TO_NOTHING, kept.campaigns());
        remove("cc_absence", "x.ends_at < ? and x.ended_at is not null", kept.campaigns());
        records.removeEndedBefore(before(kept.records()));
    }

    private void remove(String table, String which, Duration age) {
        String statement = "delete from %s where id in (select x.id from %s x where %s fetch first %d rows only)"
                .formatted(table, table, which, BATCH);
        int removed = BATCH;
        for (int batch = 0; batch < MOST_BATCHES && removed == BATCH; batch++) {
            removed = jdbc.sql(statement)
                    .param(StoredTimeConverter.of(before(age)))
                    .update();
        }
    }

    private Instant before(Duration age) {
        return clock.instant().minus(age);
    }
}
