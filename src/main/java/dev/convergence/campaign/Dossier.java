package dev.convergence.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.DossierPart;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.escalation.Stall;
import dev.convergence.escalation.StallReader;
import dev.convergence.gate.ConditionRecords;
import dev.convergence.gate.GateMatters;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviews;
import dev.convergence.handoff.HandoffRecord;
import dev.convergence.handoff.Handoffs;
import dev.convergence.notification.Notices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * What every form shows beside its own fields: the campaign, the work done so far, the rounds at its gates, what was
 * handed over, what is stalled, who was told. Forms pick from it as {@code dossier.campaign.name} and the like.
 */
@ModelBean(value = "dossier", reach = Reach.CAMPAIGN)
public class Dossier {

    private static final int MOST_NOTICES = 20;

    private final CampaignContext.Reader campaigns;
    private final CampaignPlans plans;
    private final WorkDone work;
    private final GateReviews reviews;
    private final Handoffs handoffs;
    private final GateMatters matters;
    private final ConditionRecords conditions;
    private final StallReader stalls;
    private final Notices notices;
    private final DossierTexts texts;
    private final ResponseTarget target;
    private final List<DossierPart> parts;
    private final ObjectMapper json;

    Dossier(
            CampaignContext.Reader campaigns,
            CampaignPlans plans,
            WorkDone work,
            GateReviews reviews,
            Handoffs handoffs,
            GateMatters matters,
            ConditionRecords conditions,
            StallReader stalls,
            Notices notices,
            DossierTexts texts,
            ResponseTarget target,
            List<DossierPart> parts,
            ObjectMapper json) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.work = work;
        this.reviews = reviews;
        this.handoffs = handoffs;
        this.matters = matters;
        this.conditions = conditions;
        this.stalls = stalls;
        this.notices = notices;
        this.texts = texts;
        this.target = target;
        this.parts = parts;
        this.json = json;
    }

    /** The dossier as JSON text. */
    public String of(DelegateExecution execution) {
        String campaignInstance = ((ProcessInstance) execution).getRootProcessInstanceId();
        String key = execution.getProcessBusinessKey();
        Map<String, Object> facts = campaigns.facts(campaignInstance);
        CampaignContext campaign = new CampaignContext(campaignInstance, key, facts);
        List<String> keys = key == null ? List.of() : List.of(key);
        List<GateReview> rounds = key == null ? List.of() : reviews.of(keys);
        List<HandoffRecord> handed = key == null ? List.of() : handoffs.of(keys);
        List<Stall> open = stalls.of(keys);
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("campaign", texts.campaign(campaign, facts));
        dossier.put("briefRows", texts.brief(facts));
        dossier.put("work", work.of(campaignInstance, key));
        dossier.put(
                "rounds",
                rounds.stream()
                        .filter(review -> !review.isOpen())
                        .map(texts::round)
                        .toList());
        dossier.put("handoffs", handed.stream().map(texts::handoff).toList());
        dossier.put("stalls", open.stream().map(texts::stall).toList());
        dossier.put(
                "notices",
                key == null
                        ? List.of()
                        : notices.of(key, MOST_NOTICES).stream()
                                .map(texts::notice)
                                .toList());
        dossier.put(
                "plan",
                plans.of(campaign).entries().stream().map(Dossier::planned).toList());
        dossier.put(
                "conditions",
                key == null
                        ? List.of()
                        : conditions.of(keys).stream().map(texts::condition).toList());
        dossier.put("condition", texts.conditionUnderWay(execution));
        dossier.put("gate", gate(execution, campaign, rounds));
        dossier.put("target", texts.target(target.of(execution, campaign)));
        parts.forEach(part -> dossier.put(part.name(), part.of(execution, campaign)));
        return write(dossier);
    }

    private Map<String, Object> gate(DelegateExecution execution, CampaignContext campaign, List<GateReview> rounds) {
        Object id = execution.getVariable(GateProcess.GATE_ID.name());
        List<GateReview> open = rounds.stream()
                .filter(review -> review.isOpen() && review.gate().equals(id))
                .toList();
        return open.isEmpty() ? Map.of() : texts.gate(open.get(0), matters.of(execution, campaign, open));
    }

    private static Map<String, Object> planned(PlanEntry entry) {
        return Map.of(
                "what", entry.what(), "group", entry.group(), "due", entry.due().toString());
    }

    private String write(Map<String, Object> dossier) {
        try {
            return json.writeValueAsString(dossier);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
