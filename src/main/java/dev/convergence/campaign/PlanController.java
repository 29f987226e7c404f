package dev.convergence.campaign;

import dev.convergence.campaign.planning.PlanChange;
import dev.convergence.campaign.planning.PlanningService;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.NotPast;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves planned dates, or shows what moving one would touch. */
@RestController
class PlanController {

    private final PlanningService planning;

    PlanController(PlanningService planning) {
        this.planning = planning;
    }

    /**
     * @param reason why; required, but for a dry run
     * @param dryRun only shows what would move
     */
    record DateMove(@NotNull @NotPast LocalDate due, @Size(max = 500) String reason, boolean dryRun) {}

    /** Moves a planned date with all that hangs on it, or shows what that would touch. */
    @PatchMapping("/api/campaigns/{key}/plan/{id}")
    PlanChange movePlannedDate(
            @PathVariable String key, @PathVariable String id, @Valid @RequestBody DateMove move, CurrentUser user) {
        CampaignController.requireSteering(user);
        if (move.dryRun()) {
            return planning.preview(key, id, move.due());
        }
        if (move.reason() == null || move.reason().isBlank()) {
            throw new RefusalException("reason", "is required: everybody who is told will ask why");
        }
        return planning.dateMoved(key, id, move.due(), move.reason(), user.id());
    }
}
