package dev.convergence.campaign.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A campaign that runs, with the dates that it is planned for.
 *
 * @param instanceId the campaign's process instance
 * @param gates those that its pattern draws, in the order in which the flow reaches them; none before it has a pattern
 */
public record RunningCampaign(
        String key,
        String instanceId,
        String name,
        Optional<Instant> plannedLaunch,
        Optional<Instant> launchedAt,
        List<PlannedGate> gates) {

    /**
     * A gate of the pattern.
     *
     * @param group the team that the plan gives its date to; empty where the plan does not name the gate
     * @param dueAt the close of business of its planned day; empty where the plan does not name the gate
     */
    public record PlannedGate(String id, String name, Optional<String> group, Optional<Instant> dueAt) {}

    public Optional<PlannedGate> gate(String id) {
        return gates.stream().filter(gate -> gate.id().equals(id)).findFirst();
    }
}
