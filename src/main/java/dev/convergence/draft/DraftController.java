package dev.convergence.draft;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ConcurrentEndGuard;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The drafts of a campaign's tracks: every signed-in person reads, the track's team alone shares and acknowledges. */
@RestController
@RequestMapping("/api/campaigns/{key}/drafts")
class DraftController {

    private final DraftReader draftReader;
    private final TrackRepository tracks;
    private final TrackTeamResolver teams;
    private final TrackWorkflow workflow;
    private final SystemAuthority system;

    DraftController(
            DraftReader draftReader,
            TrackRepository tracks,
            TrackTeamResolver teams,
            TrackWorkflow workflow,
            SystemAuthority system) {
        this.draftReader = draftReader;
        this.tracks = tracks;
        this.teams = teams;
        this.workflow = workflow;
        this.system = system;
    }

    /**
     * @param changes what is different; required from the second version on
     * @param basedOn versions of other tracks by their ids; the latest that there are where it is left out
     */
    record SharedDraft(
            @NotBlank String track,
            @NotBlank @Size(max = 4000) String result,
            @Size(max = 4000) String links,
            @Size(max = 4000) String changes,
            Map<String, @NotNull @Positive Integer> basedOn) {}

    /** @param version the newest one of that track; 409 where there is a newer one */
    record Acknowledgement(@NotBlank String of, @NotNull @Positive Integer version, @Size(max = 4000) String note) {}

    /**
     * @param underWay whether new versions can be shared
     * @param flags what this track's work is based on, and is not the newest any more
     */
    record TrackDrafts(
            String track,
            String name,
            boolean underWay,
            List<Draft> versions,
            List<DraftAcknowledgement> acknowledgements,
            List<DraftFlag> flags) {}

    /** Lists the tracks with all versions of their drafts in the order in which they began, those that have shared nothing yet included. */
    @GetMapping
    ResponseEntity<List<TrackDrafts>> drafts(@PathVariable String key, PageRequest page) {
        return page.of(tracks(key)).answer();
    }

    private List<TrackDrafts> tracks(String key) {
        return system.call(() -> {
            tracks.requireCampaign(key);
            List<Draft> versions = draftReader.of(key);
            List<DraftFlag> flags = draftReader.flags(key, versions);
            List<DraftAcknowledgement> acknowledged = draftReader.acknowledgements(key);
            return tracks.of(key).stream()
                    .map(track -> view(track, versions, acknowledged, flags))
                    .toList();
        });
    }

    /** Shares a new version of a draft, whatever the track waits for. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Draft shareDraft(@PathVariable String key, @Valid @RequestBody SharedDraft shared, CurrentUser user) {
        return act(
                key,
                shared.track(),
                user,
                (track, by) -> workflow.draftShared(
                        track,
                        new NewDraft(
                                key,
                                track.id(),
                                shared.result(),
                                text(shared.links()),
                                text(shared.changes()),
                                Optional.ofNullable(shared.basedOn()),
                                "basedOn",
                                by)));
    }

    /** Says that the track's work stands with a newer version of another's. */
    @PostMapping("/{track}/acknowledgements")
    @ResponseStatus(HttpStatus.CREATED)
    DraftAcknowledgement acknowledgeDraft(
            @PathVariable String key,
            @PathVariable String track,
            @Valid @RequestBody Acknowledgement given,
            CurrentUser user) {
        return act(
                key,
                track,
                user,
                (known, by) ->
                        workflow.draftAcknowledged(key, track, given.of(), given.version(), text(given.note()), by));
    }

    private <T> T act(String key, String id, CurrentUser user, BiFunction<Track, DraftAuthor, T> action) {
        return system.call(() -> ConcurrentEndGuard.watch(
                () -> {
                    Track track = tracks.underWay(key, id);
                    return action.apply(track, teams.require(user, key, track));
                },
                () -> tracks.hasEnded(key, id),
                "Track " + id + " ended while you worked on its draft."));
    }

    private static TrackDrafts view(
            Track track, List<Draft> versions, List<DraftAcknowledgement> acknowledged, List<DraftFlag> flags) {
        return new TrackDrafts(
                track.id(),
                track.name(),
                track.underWay(),
                versions.stream().filter(one -> one.track().equals(track.id())).toList(),
                acknowledged.stream()
                        .filter(one -> one.track().equals(track.id()))
                        .toList(),
                flags.stream().filter(one -> one.track().equals(track.id())).toList());
    }

    private static String text(String written) {
        return written == null || written.isBlank() ? null : written;
    }
}
