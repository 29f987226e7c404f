package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.context.CampaignContext;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import dev.convergence.responsibility.Responsibility;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells teams, and other systems, of what is asked and done. */
@Component
class ActionNotifier {

    static final String APPROVE = "approve-adaptation";

    private static final String MAKE_VARIANTS = "make-variants";
    private static final String PATTERN = AdaptiveProcess.KEY.replace(CampaignContext.PATTERN_SUFFIX, "");

    private final ResponsibilityMatrixDecision matrix;
    private final NoticeService noticeService;
    private final EventPublisher eventPublisher;

    ActionNotifier(ResponsibilityMatrixDecision matrix, NoticeService noticeService, EventPublisher eventPublisher) {
        this.matrix = matrix;
        this.noticeService = noticeService;
        this.eventPublisher = eventPublisher;
    }

    /** Who does, decides and is told what, in an adaptive campaign. */
    Responsibility about(String step) {
        return matrix.of(step, PATTERN);
    }

    /** The accountable group is to decide. */
    void askedToDecide(LedgerEntry action, String campaignName, String taskId) {
        asked(about(APPROVE).accountable(), action, "action asked", because(action), campaignName, taskId);
    }

    /** The accountable group is to say what becomes of what the platform has refused. */
    void askedToSettle(LedgerEntry action, String campaignName, String taskId) {
        asked(about(APPROVE).accountable(), action, "action refused", action.refusal(), campaignName, taskId);
    }

    /** The creative team is to make variants. */
    void askedForVariants(LedgerEntry action, String campaignName, String taskId) {
        about(MAKE_VARIANTS)
                .responsible()
                .forEach(group -> asked(group, action, "action asked", because(action), campaignName, taskId));
    }

    private static String because(LedgerEntry action) {
        return action.askedBecause() == null ? "" : "Asked because: " + action.askedBecause();
    }

    private void asked(
            String group, LedgerEntry action, String subject, String because, String campaignName, String taskId) {
        String text = "%s (campaign “%s”, %s). Why: %s %s"
                .formatted(ActionTexts.of(action), campaignName, action.campaign(), action.reason(), because);
        noticeService.tell(action.campaign(), action.id(), group, subject, text.strip(), taskId);
    }

    void lapsed(LedgerEntry action) {
        noticeService.tell(
                action.campaign(),
                action.id(),
                about(APPROVE).accountable(),
                "action lapsed",
                "Nobody decided in time, and the evidence is old by now: %s (campaign %s)."
                        .formatted(ActionTexts.of(action), action.campaign()));
    }

    void taken(LedgerEntry action) {
        String text = "%s (campaign %s). Why: %s".formatted(ActionTexts.of(action), action.campaign(), action.reason());
        Responsibility approval = about(APPROVE);
        tell(action.campaign(), action.id(), "action taken", text, informed(approval));
        if (eventPublisher.anybodyListens()) {
            eventPublisher.happened(EventTypeCatalog.ACTION_TAKEN, action.campaign(), action.id(), data(action));
        }
    }

    /** Tells everybody whom a row of the matrix names, once each. */
    void everybody(String step, String campaign, String subject, String text) {
        Responsibility row = about(step);
        tell(
                campaign,
                step,
                subject,
                text,
                Stream.of(row.responsible(), List.of(row.accountable()), row.consulted(), row.informed())
                        .flatMap(Collection::stream));
    }

    private void tell(String campaign, String about, String subject, String text, Stream<String> groups) {
        groups.distinct().forEach(group -> noticeService.tell(campaign, about, group, subject, text));
    }

    private static Stream<String> informed(Responsibility approval) {
        return Stream.concat(Stream.of(approval.accountable()), approval.informed().stream());
    }

    private static Map<String, Object> data(LedgerEntry action) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", action.kind().id());
        data.put("rule", action.rule());
        data.put("from", action.from());
        data.put("to", action.to());
        data.put("amount", action.amount());
        data.put("budgetBefore", action.budgetBefore());
        data.put("budgetAfter", action.budgetAfter());
        data.put("detail", action.detail());
        data.put("reason", action.reason());
        data.put("decidedBy", action.decidedBy());
        data.put("reverses", action.reverses());
        return data;
    }
}
