package dev.convergence.campaign.planning;

import dev.convergence.bounds.DateBounds;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.PatternModel;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.ProcessVariable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The campaigns that run, for those who show their dates: three queries, however many campaigns. */
@Component
public class RunningCampaignRepository {

    private static final String CAMPAIGN = "campaign";

    private static final Set<String> FACTS = Set.of(
            CampaignProcess.NAME.name(),
            CampaignProcess.PRIORITY.name(),
            CampaignProcess.PATTERN.name(),
            CampaignProcess.PLANNED_LAUNCH.name(),
            CampaignProcess.LAUNCHED_AT.name(),
            CampaignProcess.CANCELLED_AT.name());

    private record Chosen(String campaignDefinition, String pattern) {}

    private final HistoryService history;
    private final RepositoryService repository;
    private final HistoricVariableRepository variables;
    private final PatternModel models;
    private final CampaignPlanRepository plans;
    private final PlanTexts planTexts;
    private final WorkingCalendarRegistry calendars;
    /** What is deployed together stays together. */
    private final Map<Chosen, Optional<String>> patterns = new ConcurrentHashMap<>();

    RunningCampaignRepository(
            HistoryService history,
            RepositoryService repository,
            HistoricVariableRepository variables,
            PatternModel models,
            CampaignPlanRepository plans,
            PlanTexts planTexts,
            WorkingCalendarRegistry calendars) {
        this.history = history;
        this.repository = repository;
        this.variables = variables;
        this.models = models;
        this.plans = plans;
        this.planTexts = planTexts;
        this.calendars = calendars;
    }

    /** Those that are neither over nor cancelled, the newest first; rehearsals among them are left out. */
    public List<RunningCampaign> newest(int most) {
        List<HistoricProcessInstance> running = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(CampaignProcess.KEY)
                .unfinished()
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, most);
        List<String> ids = running.stream().map(HistoricProcessInstance::getId).toList();
        Map<String, Map<String, Object>> facts = variables.of(ids, FACTS);
        planTexts.of(ids).forEach((id, plan) -> facts.computeIfAbsent(id, none -> new HashMap<>())
                .put(CampaignContext.PLAN.name(), plan));
        return RowReader.stream(
                        CAMPAIGN,
                        running,
                        HistoricProcessInstance::getBusinessKey,
                        campaign -> campaign(campaign, facts.getOrDefault(campaign.getId(), Map.of())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of these keys whose campaigns are not over. One query. */
    public Set<String> among(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(CampaignProcess.KEY)
                .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
                .unfinished()
                .list()
                .stream()
                .map(HistoricProcessInstance::getBusinessKey)
                .collect(Collectors.toSet());
    }

    private Optional<RunningCampaign> campaign(HistoricProcessInstance campaign, Map<String, Object> values) {
        CampaignContext context = new CampaignContext(campaign.getId(), campaign.getBusinessKey(), values);
        if (context.isRehearsal() || CampaignProcess.CANCELLED_AT.find(values).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new RunningCampaign(
                context.key(),
                context.instanceId(),
                context.name(),
                instant(context, CampaignProcess.PLANNED_LAUNCH),
                instant(context, CampaignProcess.LAUNCHED_AT),
                gates(campaign.getProcessDefinitionId(), context)));
    }

    private List<RunningCampaign.PlannedGate> gates(String campaignDefinition, CampaignContext campaign) {
        Plan plan = plans.of(campaign);
        return campaign
                .pattern()
                .flatMap(pattern ->
                        patterns.computeIfAbsent(new Chosen(campaignDefinition, pattern), this::deployedTogether))
                .map(models::gates)
                .orElse(List.of())
                .stream()
                .map(gate -> gate(gate, plan.entry(gate.id())))
                .toList();
    }

    private static Optional<Instant> instant(CampaignContext campaign, ProcessVariable<String> processVariable) {
        return RowReader.one(CAMPAIGN, campaign.key(), () -> processVariable
                        .find(campaign.values())
                        .map(DateBounds::instant))
                .flatMap(instant -> instant);
    }

    private Optional<String> deployedTogether(Chosen chosen) {
        String deployment =
                repository.getProcessDefinition(chosen.campaignDefinition()).getDeploymentId();
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(chosen.pattern() + CampaignContext.PATTERN_SUFFIX)
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .findFirst();
    }

    private RunningCampaign.PlannedGate gate(PatternModel.Gate gate, Optional<PlanEntry> planned) {
        return new RunningCampaign.PlannedGate(
                gate.id(),
                gate.name(),
                planned.map(PlanEntry::group),
                planned.flatMap(entry -> RowReader.one("planned date", entry.id(), () -> calendars
                        .ofGroup(entry.group())
                        .closeOf(entry.due()))));
    }
}
