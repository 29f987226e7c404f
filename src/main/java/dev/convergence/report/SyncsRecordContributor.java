package dev.convergence.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import dev.convergence.retention.CampaignRecord;
import dev.convergence.retention.CampaignRecordContributor;
import dev.convergence.retention.CampaignRecordRepository;
import dev.convergence.retention.EndedCampaign;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Syncs of campaigns of which history may be gone, from their records. */
@Component
class SyncsRecordContributor implements CampaignRecordContributor {

    private static final String NAME = "syncs";

    private final ObservedSyncRepository syncs;
    private final CampaignRecordRepository records;
    private final ObjectMapper json;

    SyncsRecordContributor(ObservedSyncRepository syncs, CampaignRecordRepository records, ObjectMapper json) {
        this.syncs = syncs;
        this.records = records;
        this.json = json;
    }

    /** A sync with the campaign that it was of. */
    record RecordedSync(ObservedSync sync, CampaignContext campaign) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ObservedSync> of(EndedCampaign campaign) {
        return syncs.ofCampaign(campaign.key());
    }

    /** Those held or skipped in a period, one query. */
    List<RecordedSync> within(ReportPeriod reportPeriod) {
        return records.withoutHistory(reportPeriod.begins(), reportPeriod.ends()).stream()
                .flatMap(this::syncs)
                .filter(recorded -> reportPeriod.includes(recorded.sync().at()))
                .toList();
    }

    private Stream<RecordedSync> syncs(CampaignRecord record) {
        return StreamSupport.stream(record.part(NAME).spliterator(), false)
                .flatMap(part -> RowReader.one(
                        "recorded sync of campaign",
                        record.campaign().key(),
                        () -> new RecordedSync(sync(part.toString()), record.facts()))
                        .stream());
    }

    private ObservedSync sync(String part) {
        try {
            return json.readValue(part, ObservedSync.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable.getOriginalMessage(), unreadable);
        }
    }
}
