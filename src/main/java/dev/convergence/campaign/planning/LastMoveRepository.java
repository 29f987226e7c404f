package dev.convergence.campaign.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.plan.PlanMove;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The last move of a campaign's dates. Whoever takes it back has every date again as it was: a date that had come
 * earlier, past others, would otherwise push them along on its way back.
 */
@Component
class LastMoveRepository {

    private final RuntimeService runtime;
    private final CampaignPlanRepository plans;
    private final ObjectMapper json;

    LastMoveRepository(RuntimeService runtime, CampaignPlanRepository plans, ObjectMapper json) {
        this.runtime = runtime;
        this.plans = plans;
        this.json = json;
    }

    private record Moved(String id, List<PlanEntry> before, List<PlanEntry> after) {

        boolean isTakenBackBy(Plan present, String entry, LocalDate due) {
            return id.equals(entry)
                    && after.equals(present.entries())
                    && before.stream()
                            .anyMatch(one -> one.id().equals(entry) && one.due().equals(due));
        }
    }

    /** The plan as it was before the last move, where moving this entry to this day takes that move back. */
    Optional<Plan> takenBack(CampaignContext campaign, Plan present, String id, LocalDate due) {
        return Optional.ofNullable(campaign.values().get(CampaignProcess.LAST_MOVE))
                .map(Object::toString)
                .flatMap(text -> RowReader.one("last move of", campaign.key(), () -> read(text)))
                .filter(last -> last.isTakenBackBy(present, id, due))
                .map(last -> Plan.recorded(last.before()));
    }

    void remember(CampaignContext campaign, PlanMove move) {
        Moved moved = new Moved(move.id(), move.before().entries(), move.after().entries());
        runtime.setVariable(campaign.instanceId(), CampaignProcess.LAST_MOVE, plans.json(moved));
    }

    private Moved read(String text) {
        try {
            return json.readValue(text, Moved.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the last move of a campaign is unreadable", unreadable);
        }
    }
}
