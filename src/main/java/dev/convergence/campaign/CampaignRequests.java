package dev.convergence.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
class CampaignRequests {

    private final ObjectMapper json;
    private final CampaignPlans plans;
    private final Validator validator;
    private final RepositoryService repository;

    CampaignRequests(ObjectMapper json, CampaignPlans plans, Validator validator, RepositoryService repository) {
        this.json = json;
        this.plans = plans;
        this.validator = validator;
        this.repository = repository;
    }

    VariableMap variables(CampaignRequest request) {
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
        return variables;
    }

    private static void putElements(VariableMap variables, CampaignRequest.Elements elements) {
        Optional.ofNullable(elements.sharedMilestones())
                .ifPresent(on -> variables.putValue(CampaignProcess.SHARED_MILESTONES.name(), on));
        Optional.ofNullable(elements.weeklySync())
                .ifPresent(on -> variables.putValue(CampaignProcess.WEEKLY_SYNC.name(), on));
    }

    /** @throws Refusal naming the field that is missing or wrong */
    CampaignRequest of(DelegateExecution campaign) {
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
                        .map(CampaignRequests::instant)
                        .orElse(null),
                read(campaign, CampaignContext.PLAN.name(), new TypeReference<List<CampaignRequest.PlannedDate>>() {}),
                read(campaign, CampaignProcess.TOUCHPOINTS, new TypeReference<List<CampaignRequest.Touchpoint>>() {}),
                read(campaign, CampaignProcess.BUDGET, new TypeReference<Map<String, BigDecimal>>() {}),
                null);
        check(request);
        return request;
    }

    /** @throws Refusal naming the field that breaks a rule, or the pattern where it is not deployed */
    void check(CampaignRequest request) {
        validator.validate(request).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(CampaignRequests::refuse);
        if (request.pattern() == null) {
            throw new Refusal(CampaignProcess.PATTERN.name(), "is required, or the checklist's four answers instead");
        }
        requireDeployed(request.pattern());
    }

    private void requireDeployed(String pattern) {
        long deployed = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(pattern + CampaignContext.PATTERN_SUFFIX)
                .latestVersion()
                .count();
        if (deployed == 0) {
            throw new Refusal(CampaignProcess.PATTERN.name(), pattern + " is not deployed here");
        }
    }

    private static void refuse(ConstraintViolation<CampaignRequest> violation) {
        throw new Refusal(violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Refusal(
                    CampaignProcess.PLANNED_LAUNCH.name(), "must be a date and time such as 2027-01-15T09:00:00Z");
        }
    }

    private <T> T read(DelegateExecution campaign, String variable, TypeReference<T> type) {
        Object value = campaign.getVariable(variable);
        if (value == null) {
            return null;
        }
        try {
            return json.readValue(value.toString(), type);
        } catch (JsonProcessingException unreadable) {
            throw new Refusal(variable, "is not readable: " + unreadable.getOriginalMessage());
        }
    }
}
