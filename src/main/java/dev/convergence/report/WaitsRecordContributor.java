package dev.convergence.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.engine.query.RowReader;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicyReader;
import dev.convergence.retention.CampaignRecord;
import dev.convergence.retention.CampaignRecordContributor;
import dev.convergence.retention.CampaignRecordRepository;
import dev.convergence.retention.EndedCampaign;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Waits for an answer in campaigns of which history may be gone, from their records. */
@Component
class WaitsRecordContributor implements CampaignRecordContributor {

    private static final String NAME = "waits";

    private final ObservedWaitRepository waits;
    private final CampaignRecordRepository records;
    private final ObjectMapper json;

    WaitsRecordContributor(ObservedWaitRepository waits, CampaignRecordRepository records, ObjectMapper json) {
        this.waits = waits;
        this.records = records;
        this.json = json;
    }

    /**
     * A wait as it is kept.
     *
     * @param overrides what its caller had changed of its policy
     */
    record RecordedWait(
            String task,
            StallKind kind,
            String id,
            Map<String, Object> overrides,
            Instant openedAt,
            Instant answeredAt,
            Instant dueAt) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<RecordedWait> of(EndedCampaign campaign) {
        return waits.answeredIn(campaign.key()).stream()
                .map(wait -> new RecordedWait(
                        wait.task(),
                        wait.kind(),
                        wait.id(),
                        WaitPolicyReader.overridesAmong(wait.variables(), wait.kind()),
                        wait.openedAt(),
                        wait.answeredAt().orElseThrow(),
                        wait.dueAt().orElse(null)))
                .toList();
    }

    /** Those answered in a period, one query. */
    List<ObservedWait> answered(ReportPeriod reportPeriod) {
        return records.withoutHistory(reportPeriod.begins(), reportPeriod.ends()).stream()
                .flatMap(this::waits)
                .filter(wait -> reportPeriod.includes(wait.answeredAt().orElseThrow()))
                .toList();
    }

    private Stream<ObservedWait> waits(CampaignRecord record) {
        return StreamSupport.stream(record.part(NAME).spliterator(), false)
                .flatMap(part -> RowReader.one(
                        "recorded wait of campaign", record.campaign().key(), () -> wait(part.toString(), record))
                        .stream());
    }

    private ObservedWait wait(String part, CampaignRecord record) {
        try {
            RecordedWait wait = json.readValue(part, RecordedWait.class);
            return new ObservedWait(
                    wait.task(),
                    wait.kind(),
                    wait.id(),
                    record.facts(),
                    wait.overrides(),
                    wait.openedAt(),
                    Optional.of(wait.answeredAt()),
                    Optional.ofNullable(wait.dueAt()));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable.getOriginalMessage(), unreadable);
        }
    }
}
