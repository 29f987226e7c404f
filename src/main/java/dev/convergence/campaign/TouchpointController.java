package dev.convergence.campaign;

import dev.convergence.campaign.alignment.AlignmentService;
import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.alignment.ConflictRecordRepository;
import dev.convergence.campaign.request.CampaignRequest.Touchpoint;
import dev.convergence.campaign.touchpoint.TouchpointChange;
import dev.convergence.campaign.touchpoint.TouchpointPatch;
import dev.convergence.campaign.touchpoint.TouchpointService;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import dev.convergence.people.GroupCatalog;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.problem.NotFoundException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a campaign says to its public, and where it contradicts itself. */
@RestController
@RequestMapping("/api/campaigns/{key}")
class TouchpointController {

    private final TouchpointService changes;
    private final CampaignReader campaigns;
    private final ConflictRecordRepository conflicts;
    private final SystemAuthority system;

    TouchpointController(
            TouchpointService changes,
            CampaignReader campaigns,
            ConflictRecordRepository conflicts,
            SystemAuthority system) {
        this.changes = changes;
        this.campaigns = campaigns;
        this.conflicts = conflicts;
        this.system = system;
    }

    /** @param reason why; the owner of the touchpoints is told */
    record Replacement(
            @NotNull @Valid @Size(max = 200) List<@NotNull @Valid Touchpoint> touchpoints,
            @NotBlank @Size(max = 500) String reason) {}

    /** Lists the touchpoints as they stand, also of a campaign that is over. */
    @GetMapping("/touchpoints")
    ResponseEntity<List<Touchpoint>> touchpoints(@PathVariable String key, PageRequest page) {
        List<Touchpoint> all =
                system.call(() -> campaigns.touchpoints(key)).orElseThrow(() -> new NotFoundException("Campaign", key));
        return page.of(all).answer();
    }

    /** Replaces all touchpoints. */
    @PutMapping("/touchpoints")
    TouchpointChange replaceTouchpoints(
            @PathVariable String key, @Valid @RequestBody Replacement replacement, CurrentUser user) {
        requireOwner(user);
        return changes.replaced(key, replacement.touchpoints(), replacement.reason(), user.id());
    }

    /** Changes what is given of one touchpoint. */
    @PatchMapping("/touchpoints/{id}")
    TouchpointChange changeTouchpoint(
            @PathVariable String key,
            @PathVariable String id,
            @Valid @RequestBody TouchpointPatch patch,
            CurrentUser user) {
        requireOwner(user);
        return changes.changed(key, id, patch, user.id());
    }

    /** Lists every conflict that the campaign has or had, the oldest first. */
    @GetMapping("/conflicts")
    ResponseEntity<List<ConflictRecord>> conflicts(@PathVariable String key, PageRequest page) {
        List<ConflictRecord> all = system.call(() -> {
            campaigns.end(key);
            return conflicts.of(List.of(key));
        });
        return page.of(all).answer();
    }

    private static void requireOwner(CurrentUser user) {
        if (!user.isIn(AlignmentService.OWNER)
                && !user.isIn(GroupCatalog.CAMPAIGN_MANAGERS)
                && !user.isIn(GroupCatalog.SPONSORS)
                && !user.isIn(GroupCatalog.ADMINISTRATORS)) {
            throw new ForbiddenException("marketing, campaign managers, sponsors and administrators");
        }
    }
}
