package dev.convergence.campaign;

import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.escalation.stall.Stall;
import dev.convergence.escalation.stall.StallReader;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.gate.GateProcess;
import dev.convergence.meeting.AgendaSource;
import dev.convergence.meeting.Blocker;
import dev.convergence.people.GroupCatalog;
import dev.convergence.rhythm.SyncProcess;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What is in a campaign's way: stalls, work past its due date, open conditions, and conflicts that stand as incidents on
 * the campaign. A handful of queries, and one for each unclaimed task that is in the way.
 */
@Component
class CampaignBlockerSource implements AgendaSource {

    private static final int MOST = 100;

    /** Alignment incidents: facts about the campaign, on its own instance. */
    private final StallReader stalls;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Clock clock;

    CampaignBlockerSource(StallReader stalls, TaskService tasks, RuntimeService runtime, Clock clock) {
        this.stalls = stalls;
        this.tasks = tasks;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public List<Blocker> open(CampaignContext campaign) {
        if (campaign.key() == null) {
            return List.of();
        }
        List<Stall> stalled = stalls.of(campaign.key());
        Set<String> known = stalled.stream().map(Stall::taskId).collect(Collectors.toSet());
        return Stream.of(
                        stalled.stream().map(CampaignBlockerSource::stall),
                        tasks(campaign.key())
                                .filter(task -> !known.contains(task.getId()))
                                .map(this::task),
                        conflicts(campaign))
                .flatMap(blockers -> blockers)
                .toList();
    }

    private static Blocker stall(Stall stall) {
        String kind = StallKind.ofIncidentType(stall.kind()).noun();
        String owner = Optional.ofNullable(stall.waitingFor().user())
                .or(() -> Optional.ofNullable(stall.waitingFor().group()))
                .orElse(GroupCatalog.CAMPAIGN_MANAGERS);
        return new Blocker("%s “%s” is stalled".formatted(kind, stall.name()), owner, stall.dueAt());
    }

    /** A sync that was not recorded is in nobody's way but its own. */
    private Stream<Task> tasks(String key) {
        Instant now = clock.instant();
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, MOST)
                .stream()
                .filter(task -> !SyncProcess.HOLD_SYNC.equals(task.getTaskDefinitionKey()))
                .filter(task -> isCondition(task) || isOverdue(task, now));
    }

    private static boolean isCondition(Task task) {
        return GateProcess.MEET_CONDITION.equals(task.getTaskDefinitionKey());
    }

    private static boolean isOverdue(Task task, Instant now) {
        return task.getDueDate() != null && task.getDueDate().toInstant().isBefore(now);
    }

    private Blocker task(Task task) {
        return isCondition(task)
                ? new Blocker(
                        "Condition open: " + CallActivityNameReader.within(task.getName(), task.getName()),
                        owner(task),
                        task.getCreateTime().toInstant())
                : new Blocker(
                        "Overdue: " + task.getName(),
                        owner(task),
                        task.getDueDate().toInstant());
    }

    private String owner(Task task) {
        return Optional.ofNullable(task.getAssignee()).orElseGet(() -> candidates(task));
    }

    private String candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse(GroupCatalog.CAMPAIGN_MANAGERS);
    }

    private Stream<Blocker> conflicts(CampaignContext campaign) {
        return Arrays.stream(ConflictKind.values())
                .flatMap(kind -> runtime
                        .createIncidentQuery()
                        .processInstanceId(campaign.instanceId())
                        .incidentType(kind.incidentType())
                        .orderByIncidentTimestamp()
                        .asc()
                        .listPage(0, MOST)
                        .stream())
                .map(CampaignBlockerSource::conflict);
    }

    private static Blocker conflict(Incident incident) {
        return new Blocker(
                Objects.requireNonNullElse(incident.getIncidentMessage(), incident.getIncidentType()),
                GroupCatalog.CAMPAIGN_MANAGERS,
                incident.getIncidentTimestamp().toInstant());
    }
}
