package dev.convergence.campaign.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.JsonFault;
import dev.convergence.problem.NotPast;
import dev.convergence.problem.StrictValueModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** A campaign request as process variables and back: the same checks, whether it comes from the API or a start form. */
@Component
public class CampaignRequestMapper {

    private final ObjectMapper strict;
    private final CampaignPlanRepository plans;
    private final Validator validator;
    private final SystemAuthority system;
    private final RepositoryService repository;
    private final LiveTermsValidator liveTermsValidator;
    private final PlannedGroupValidator groups;

    CampaignRequestMapper(
            ObjectMapper json,
            CampaignPlanRepository plans,
            Validator validator,
            SystemAuthority system,
            RepositoryService repository,
            LiveTermsValidator liveTermsValidator,
            PlannedGroupValidator groups) {
        this.strict = StrictValueModule.of(json);
        this.plans = plans;
        this.validator = validator;
        this.system = system;
        this.repository = repository;
        this.liveTermsValidator = liveTermsValidator;
        this.groups = groups;
    }

    public VariableMap variables(CampaignRequest request) {
        VariableMap variables = Variables.createVariables()
                .putValue(CampaignProcess.NAME.name(), request.name())
                .putValue(CampaignProcess.TYPE.name(), request.type())
                .putValue(CampaignProcess.PRIORITY.name(), request.priority())
                .putValue(CampaignProcess.PATTERN.name(), request.pattern())
                .putValue(CampaignContext.PLAN.name(), plans.json(request.plan()))
                .putValue(CampaignProcess.TOUCHPOINTS, plans.json(request.touchpoints()))
                .putValue(CampaignProcess.BUDGET, plans.json(request.budget()));
        Optional.ofNullable(request.elements()).ifPresent(elements -> putElements(variables, elements));
        Optional.ofNullable(request.plannedLaunch())
                .ifPresent(launch -> variables.putValue(CampaignProcess.PLANNED_LAUNCH.name(), launch.toString()));
        Optional.ofNullable(request.plannedEnd())
                .ifPresent(end -> variables.putValue(AdaptiveProcess.PLANNED_END.name(), end.toString()));
        Optional.ofNullable(request.sources())
                .ifPresent(sources -> variables.putValue(AdaptiveProcess.SOURCES, plans.json(sources)));
        return variables;
    }

    private static void putElements(VariableMap variables, CampaignRequest.Elements elements) {
        Optional.ofNullable(elements.sharedMilestones())
                .ifPresent(on -> variables.putValue(CampaignProcess.SHARED_MILESTONES.name(), on));
        Optional.ofNullable(elements.weeklySync())
                .ifPresent(on -> variables.putValue(CampaignProcess.WEEKLY_SYNC.name(), on));
    }

    /** @throws Refusal naming the field that is missing or wrong */
    public CampaignRequest of(DelegateExecution campaign) {
        String key = Optional.ofNullable(campaign.getProcessBusinessKey())
                .or(() -> CampaignProcess.CAMPAIGN_KEY.find(campaign))
                .orElse(null);
        CampaignRequest request = new CampaignRequest(
                key,
                CampaignProcess.NAME.find(campaign).orElse(null),
                CampaignProcess.TYPE.find(campaign).orElse(null),
                CampaignProcess.PRIORITY.find(campaign).orElse(null),
                CampaignProcess.PATTERN.find(campaign).orElse(null),
                null,
                CampaignProcess.PLANNED_LAUNCH
                        .find(campaign)
                        .map(text -> instant(CampaignProcess.PLANNED_LAUNCH, text))
                        .orElse(null),
                read(campaign, CampaignContext.PLAN.name(), new TypeReference<List<CampaignRequest.PlannedDate>>() {}),
                read(campaign, CampaignProcess.TOUCHPOINTS, new TypeReference<List<CampaignRequest.Touchpoint>>() {}),
                Optional.ofNullable(
                                read(campaign, CampaignProcess.BUDGET, new TypeReference<Map<String, BigDecimal>>() {}))
                        .or(() -> CampaignProcess.CHANNEL_BUDGETS.find(campaign).map(ChannelBudgets::read))
                        .orElse(null),
                null,
                AdaptiveProcess.PLANNED_END
                        .find(campaign)
                        .map(text -> instant(AdaptiveProcess.PLANNED_END, text))
                        .orElse(null),
                read(campaign, AdaptiveProcess.SOURCES, new TypeReference<List<String>>() {}));
        check(request);
        return request;
    }

    /** @throws Refusal naming the field that breaks a rule, or the pattern where it is not deployed */
    public void check(CampaignRequest request) {
        validator.validate(request).stream()
                .filter(violation -> !isHistory(violation))
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(CampaignRequestMapper::refuse);
        if (request.pattern() == null) {
            throw new RefusalException(
                    CampaignProcess.PATTERN.name(), "is required, or the checklist's four answers instead");
        }
        requireDeployed(request.pattern());
        liveTermsValidator.check(request);
        if (system.caller().isPresent()) {
            system.run(() -> groups.check(request.plan()));
        }
    }

    /** What the application itself starts, for nobody who is signed in, may replay what was. */
    private boolean isHistory(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotPast
                && system.caller().isEmpty();
    }

    private void requireDeployed(String pattern) {
        long deployed = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(pattern + CampaignContext.PATTERN_SUFFIX)
                .latestVersion()
                .count();
        if (deployed == 0) {
            throw new RefusalException(CampaignProcess.PATTERN.name(), pattern + " is not deployed here");
        }
    }

    private static void refuse(ConstraintViolation<CampaignRequest> violation) {
        throw new RefusalException(violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static Instant instant(ProcessVariable<String> processVariable, String text) {
        try {
            return DateBounds.instant(text);
        } catch (OutOfBounds out) {
            throw new RefusalException(processVariable.name(), out.getMessage());
        }
    }

    private <T> T read(DelegateExecution campaign, String variable, TypeReference<T> type) {
        Object value = campaign.getVariable(variable);
        if (value == null) {
            return null;
        }
        try {
            return strict.readValue(value.toString(), type);
        } catch (JsonMappingException wrong) {
            JsonFault fault = JsonFault.of(wrong);
            throw new RefusalException(variable + fault.field(), fault.reason());
        } catch (JsonProcessingException unreadable) {
            throw new RefusalException(variable, "is not readable: " + unreadable.getOriginalMessage());
        }
    }
}
