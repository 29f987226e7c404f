package dev.convergence.draft;

import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** The tracks of campaigns, read off the engine's history: two queries. */
@Component
class TrackRepository {

    private static final Set<String> FACTS = Set.of(TrackProcess.TRACK_ID.name(), TrackProcess.TRACK_NAME.name());

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    TrackRepository(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** In the order in which they began. */
    Collection<Track> of(String campaign) {
        List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(TrackProcess.KEY)
                .processInstanceBusinessKey(campaign)
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
        Map<String, Map<String, Object>> values = variables.of(
                instances.stream().map(HistoricProcessInstance::getId).toList(), FACTS);
        Map<String, Track> tracks = new LinkedHashMap<>();
        RowReader.stream(
                        "track",
                        instances,
                        HistoricProcessInstance::getId,
                        instance -> track(instance, values.getOrDefault(instance.getId(), Map.of())))
                .forEach(track -> tracks.merge(track.id(), track, TrackRepository::theOneThatCounts));
        return tracks.values();
    }

    /** What people call the tracks, by their ids. */
    Map<String, String> names(String campaign) {
        return of(campaign).stream().collect(Collectors.toMap(Track::id, Track::name));
    }

    /**
     * A track that can still change.
     *
     * @throws NotFound where there is no such campaign, or no such track of it
     * @throws TooLate where it has ended
     */
    Track underWay(String campaign, String id) {
        requireCampaign(campaign);
        Track track = of(campaign).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Track " + id + " of campaign", campaign));
        if (!track.underWay()) {
            throw new TooLateException("Track " + id + " of campaign " + campaign + " has ended.");
        }
        return track;
    }

    boolean hasEnded(String campaign, String id) {
        return of(campaign).stream().noneMatch(track -> track.id().equals(id) && track.underWay());
    }

    /** @throws NotFound where nothing ran under this key */
    void requireCampaign(String key) {
        if (history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                == 0) {
            throw new NotFoundException("Campaign", key);
        }
    }

    private static Track track(HistoricProcessInstance instance, Map<String, Object> values) {
        String id = TrackProcess.TRACK_ID.find(values).orElse("");
        return new Track(
                id,
                TrackProcess.TRACK_NAME.find(values).orElse(id),
                instance.getId(),
                instance.getRootProcessInstanceId(),
                instance.getEndTime() == null);
    }

    private static Track theOneThatCounts(Track earlier, Track later) {
        return earlier.underWay() && !later.underWay() ? earlier : later;
    }
}
