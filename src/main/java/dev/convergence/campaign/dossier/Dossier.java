package dev.convergence.campaign.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.query.OmittedEntry;
import dev.convergence.engine.query.RowReader;
import dev.convergence.escalation.stall.StallReader;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.gate.condition.ConditionRecordRepository;
import dev.convergence.gate.review.GateDossierReader;
import dev.convergence.handoff.HandoffRepository;
import dev.convergence.notification.NoticeService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * What every form shows beside its own fields: the campaign, the work done so far, the rounds at its gates, what was
 * handed over, what is stalled, who was told. Forms pick from it as {@code dossier.campaign.name} and the like.
 */
@ModelBean(value = "dossier", reach = BeanReach.CAMPAIGN)
public class Dossier {

    private static final int MOST_NOTICES = 20;
    private static final String NOTICES = "notices";
    private static final String PART = "part of the form:";

    private final CampaignContext.Reader campaigns;
    private final CampaignPlanRepository plans;
    private final FinishedWorkReader work;
    private final GateReviewRepository reviews;
    private final HandoffRepository handoffs;
    private final GateDossierReader matters;
    private final ConditionRecordRepository conditions;
    private final StallReader stalls;
    private final NoticeService noticeService;
    private final DossierTexts texts;
    private final ResponseTargetReader target;
    private final List<DossierSection> parts;
    private final ObjectMapper json;

    Dossier(
            CampaignContext.Reader campaigns,
            CampaignPlanRepository plans,
            FinishedWorkReader work,
            GateReviewRepository reviews,
            HandoffRepository handoffs,
            GateDossierReader matters,
            ConditionRecordRepository conditions,
            StallReader stalls,
            NoticeService noticeService,
            DossierTexts texts,
            ResponseTargetReader target,
            List<DossierSection> parts,
            ObjectMapper json) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.work = work;
        this.reviews = reviews;
        this.handoffs = handoffs;
        this.matters = matters;
        this.conditions = conditions;
        this.stalls = stalls;
        this.noticeService = noticeService;
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
        List<OmittedEntry> unreadable = new ArrayList<>();
        try (RowReader.Listening listening = RowReader.listen(unreadable::add)) {
            Map<String, Object> dossier = sections(execution, campaign, facts, keys);
            return write(withLeftOut(dossier, unreadable));
        }
    }

    /** Each by itself: one that cannot be read leaves the others as they are. */
    private Map<String, Object> sections(
            DelegateExecution execution, CampaignContext campaign, Map<String, Object> facts, List<String> keys) {
        String key = campaign.key();
        List<GateReview> rounds = list("rounds", () -> key == null ? List.of() : reviews.of(keys));
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("campaign", map("campaign", () -> texts.campaign(campaign, facts)));
        dossier.put("briefRows", list("brief", () -> texts.brief(facts)));
        dossier.put("work", list("work", () -> List.copyOf(work.of(campaign.instanceId(), key))));
        dossier.put(
                "rounds",
                rows("round", rounds.stream().filter(review -> !review.isOpen()).toList(), texts::round));
        dossier.put(
                "handoffs",
                rows("handoff", list("handoffs", () -> key == null ? List.of() : handoffs.of(keys)), texts::handoff));
        dossier.put("stalls", rows("stall", list("stalls", () -> stalls.of(keys)), texts::stall));
        dossier.put(
                NOTICES,
                rows(
                        "notice",
                        list(NOTICES, () -> key == null ? List.of() : noticeService.of(key, MOST_NOTICES)),
                        texts::notice));
        dossier.put("plan", rows("planned date", plans.of(campaign).entries(), Dossier::planned));
        dossier.put(
                "conditions",
                rows(
                        "condition",
                        list("conditions", () -> key == null ? List.of() : conditions.of(keys)),
                        texts::condition));
        dossier.put("condition", map("condition", () -> texts.conditionUnderWay(execution)));
        dossier.put("gate", map("gate", () -> gate(execution, campaign, rounds)));
        dossier.put(
                "target",
                RowReader.one(PART, "target", () -> texts.target(target.of(execution, campaign)))
                        .orElse(""));
        parts.forEach(part -> dossier.put(part.name(), part(part, execution, campaign)));
        return dossier;
    }

    private static Object part(DossierSection part, DelegateExecution execution, CampaignContext campaign) {
        return RowReader.<Object>one(PART, part.name(), () -> part.of(execution, campaign))
                .orElseGet(Map::of);
    }

    private static <T> List<T> list(String name, Supplier<List<T>> section) {
        return RowReader.one(PART, name, section).orElseGet(List::of);
    }

    private static Map<String, Object> map(String name, Supplier<Map<String, Object>> section) {
        return RowReader.one(PART, name, section).orElseGet(Map::of);
    }

    private static <T> List<Map<String, Object>> rows(
            String kind, List<T> rows, Function<T, Map<String, Object>> text) {
        return RowReader.all(kind, rows, String::valueOf, text);
    }

    /** Whoever reads the form learns that something is missing on it, first among the notices. */
    private static Map<String, Object> withLeftOut(Map<String, Object> dossier, List<OmittedEntry> unreadable) {
        List<Object> told = new ArrayList<>();
        unreadable.stream()
                .distinct()
                .map(left -> Map.of("at", "", "to", "", "subject", "Left out", "text", left.toString()))
                .forEach(told::add);
        told.addAll((Collection<?>) dossier.get(NOTICES));
        dossier.put(NOTICES, told);
        return dossier;
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
