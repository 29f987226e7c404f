package dev.convergence.campaign.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.campaign.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The plan of a past launch and the moves of its dates.
 *
 * @param source where it was read, and when
 * @param listed the plan as the file lists it, which may be as it stood in the end
 * @param planned the plan as it stood before its first recorded move
 * @param moves the recorded moves, by the day on which they were recorded
 * @param findings what is odd in the file
 */
public record LaunchPlan(
        String name, String source, Plan listed, Plan planned, List<RecordedMove> moves, List<LaunchFinding> findings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public LaunchPlan {
        moves = List.copyOf(moves);
        findings = List.copyOf(findings);
    }

    /**
     * Reads {@code {name, source, plan: [{what, group, date}], moves: [{on, what, from, to}]}}. Odd lines become
     * findings.
     *
     * @throws IOException if it is no JSON of this shape
     * @throws dev.convergence.campaign.plan.InvalidPlanException if its lines are no plan
     */
    public static LaunchPlan read(InputStream json) throws IOException {
        return new LaunchReader(JSON.readValue(json, LaunchDocument.class)).read();
    }
}
