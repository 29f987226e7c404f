package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.ReadingRepository;
import dev.convergence.adaptive.reading.store.SourceView;
import dev.convergence.adaptive.reading.store.SourceViewReader;
import dev.convergence.adaptive.reading.store.StoredReading;
import dev.convergence.adaptive.reading.store.Verdict;
import dev.convergence.csv.CsvTable;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The readings of a campaign: those responsible for them deliver, every signed-in person reads. */
@RestController
@RequestMapping("/api/campaigns/{key}")
class ReadingController {

    private static final List<String> COLUMNS =
            List.of("id", "source", "metric", "channel", "value", "observedAt", "receivedAt", "verdict", "reason");

    private final ReadingBatcher readingBatcher;
    private final DeliveryAuthority deliveryAuthority;
    private final KnownCampaignRepository campaigns;
    private final ReadingRepository readings;
    private final SourceViewReader sources;

    ReadingController(
            ReadingBatcher readingBatcher,
            DeliveryAuthority deliveryAuthority,
            KnownCampaignRepository campaigns,
            ReadingRepository readings,
            SourceViewReader sources) {
        this.readingBatcher = readingBatcher;
        this.deliveryAuthority = deliveryAuthority;
        this.campaigns = campaigns;
        this.readings = readings;
        this.sources = sources;
    }

    /**
     * Takes readings. One reading ({@code id}, {@code source}, {@code metric}, {@code channel} where there is one, {@code value},
     * {@code observedAt}), or a list of up to 1000. The verdict on each is stored before it is told: one object for one
     * reading, a list for a list. 409 where the campaign is not live, 503 where too much is waiting.
     */
    @PostMapping("/readings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Object deliverReadings(@PathVariable String key, @RequestBody ReadingsRequest readingsRequest, CurrentUser user) {
        deliveryAuthority.require(user);
        List<ReadingResponse> answers = readingBatcher.take(key, readingsRequest.readings());
        return readingsRequest.isSingle() ? answers.get(0) : answers;
    }

    /**
     * Lists the readings that came last, the newest first; copies are not among them.
     *
     * @param channel an empty one asks for metrics that are of no channel
     * @param from observed at this instant or later
     * @param to observed before this instant
     */
    @GetMapping("/readings")
    ResponseEntity<List<StoredReading>> readings(
            @PathVariable String key,
            @RequestParam(required = false) String metric,
            @RequestParam(required = false) String channel,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(required = false) Verdict verdict,
            PageRequest page) {
        return latest(key, new ReadingRepository.Filter(metric, channel, from, to, verdict), page)
                .answer();
    }

    /** The same as a table. */
    @GetMapping(path = "/readings", produces = CsvTable.MEDIA_TYPE)
    ResponseEntity<CsvTable> readingsAsTable(
            @PathVariable String key,
            @RequestParam(required = false) String metric,
            @RequestParam(required = false) String channel,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(required = false) Verdict verdict,
            PageRequest page) {
        return latest(key, new ReadingRepository.Filter(metric, channel, from, to, verdict), page)
                .answer(latest -> CsvTable.of("readings-" + key, COLUMNS, latest, ReadingController::row));
    }

    private Page<StoredReading> latest(String key, ReadingRepository.Filter filter, PageRequest page) {
        campaigns.require(key);
        return readings.latest(key, filter, page);
    }

    private static List<Object> row(StoredReading reading) {
        return CsvTable.row(
                reading.id(),
                reading.source(),
                reading.metric(),
                reading.channel(),
                reading.value(),
                reading.observedAt(),
                reading.receivedAt(),
                reading.verdict(),
                reading.reason());
    }

    /** Lists where the campaign's readings come from, and how each source does. */
    @GetMapping("/sources")
    ResponseEntity<List<SourceView>> sources(@PathVariable String key, PageRequest page) {
        campaigns.require(key);
        return page.of(sources.of(key)).answer();
    }
}
