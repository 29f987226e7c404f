package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.source.state.WatchedSource;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ConcurrentEndGuard;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sources of a campaign: whoever owns one, or is responsible for releasing it, lets it act again. */
@RestController
@RequestMapping("/api/campaigns/{key}/sources/{source}")
class SourceController {

    private final SourceReleaseService releases;
    private final SystemAuthority system;

    SourceController(SourceReleaseService releases, SystemAuthority system) {
        this.releases = releases;
        this.system = system;
    }

    record Release(@NotBlank @Size(max = 1000) String reason) {}

    /** Lets the rules of a suspended source act again; 409 where it is not suspended. */
    @PostMapping("/release")
    WatchedSource releaseSource(
            @PathVariable String key,
            @PathVariable String source,
            @Valid @RequestBody Release release,
            CurrentUser user) {
        return system.call(() -> ConcurrentEndGuard.watch(
                () -> {
                    releases.requireOwner(source, user);
                    return releases.release(key, source, user.id(), release.reason());
                },
                () -> releases.isOver(key, source),
                "Source " + source + " was released while you looked at it."));
    }
}
