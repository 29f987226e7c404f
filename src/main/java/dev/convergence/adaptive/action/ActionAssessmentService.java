package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.AdaptationProcess.Decider;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.BudgetShift;
import dev.convergence.adaptive.action.ledger.ChannelBudget;
import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.adaptive.action.limit.Bounds;
import dev.convergence.adaptive.action.limit.BoundsPolicy;
import dev.convergence.adaptive.source.SuspendedSourceRepository;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides who decides about an action: the rule that asks for it, as long as it stays inside the bounds. */
@Component
class ActionAssessmentService {

    static final String CAMPAIGN_OVER = "The campaign is over.";
    static final String SWITCHED_OFF = "Automatic action is switched off.";
    static final String NOT_TRUSTED = "The rules of %s are suspended.";

    private static final Duration DAY = Duration.ofHours(24);

    private final AdaptiveCampaignRepository campaigns;
    private final LedgerRepository entries;
    private final LedgerEntryWriter table;
    private final BudgetRepository budgets;
    private final BoundsPolicy policy;
    private final SuspendedSourceRepository suspended;
    private final Clock clock;

    ActionAssessmentService(
            AdaptiveCampaignRepository campaigns,
            LedgerRepository entries,
            LedgerEntryWriter table,
            BudgetRepository budgets,
            BoundsPolicy policy,
            SuspendedSourceRepository suspended,
            Clock clock) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.table = table;
        this.budgets = budgets;
        this.policy = policy;
        this.suspended = suspended;
        this.clock = clock;
    }

    /** Weighs an action that is open; what was weighed or decided before stays as it is. */
    @Transactional
    public Decider weigh(String campaign, String id) {
        Optional<AdaptiveCampaign> live = campaigns.lock(campaign).filter(AdaptiveCampaign::isLive);
        LedgerEntry action = entries.require(campaign, id);
        if (action.state() != ActionState.OPEN) {
            return action.state() == ActionState.BOOKED ? Decider.RULE : Decider.NOBODY;
        }
        if (live.isEmpty()) {
            table.ended(id, ActionState.STOPPED, CAMPAIGN_OVER);
            return Decider.NOBODY;
        }
        Optional<BudgetShift> shift = shift(action);
        if (action.kind() == ActionKind.BUDGET && shift.isEmpty()) {
            table.ended(id, ActionState.DECLINED, ActionTexts.nothingToMove(action));
            return Decider.NOBODY;
        }
        return decider(live.get(), action, shift);
    }

    /**
     * What an action would move at this moment: the rule's share, or as much as is there of what a person was asked
     * about. Empty where it moves no money, or there is none.
     */
    Optional<BudgetShift> shift(LedgerEntry action) {
        if (action.kind() != ActionKind.BUDGET) {
            return Optional.empty();
        }
        Map<String, BigDecimal> present = budgets.of(action.campaign());
        return action.askedAmount() == null
                ? BudgetShift.ofShare(present, action.from(), action.to(), action.sharePercent())
                : BudgetShift.upTo(present, action.from(), action.to(), action.askedAmount());
    }

    private Decider decider(AdaptiveCampaign campaign, LedgerEntry action, Optional<BudgetShift> shift) {
        List<String> because = new ArrayList<>();
        if (!campaign.automatic()) {
            because.add(SWITCHED_OFF);
        }
        suspended.among(campaign.key(), sources(action)).forEach(source -> because.add(NOT_TRUSTED.formatted(source)));
        Bounds bounds = policy.read(campaign.bounds());
        if (!bounds.allow(action.kind())) {
            because.add("Actions of the kind %s are not automatic."
                    .formatted(action.kind().id()));
        }
        shift.ifPresent(money -> because.addAll(bounds.brokenBy(money, planned(campaign), movedToday(campaign))));
        if (because.isEmpty()) {
            return Decider.RULE;
        }
        table.asked(
                action.id(),
                String.join(" ", because),
                shift.map(BudgetShift::amount).orElse(null));
        return Decider.PERSON;
    }

    private static List<String> sources(LedgerEntry action) {
        return action.evidence().stream()
                .map(FiredRule.Evidence::source)
                .distinct()
                .toList();
    }

    private Map<String, BigDecimal> planned(AdaptiveCampaign campaign) {
        return budgets.channels(campaign.key()).stream()
                .collect(Collectors.toMap(ChannelBudget::channel, ChannelBudget::planned));
    }

    private BigDecimal movedToday(AdaptiveCampaign campaign) {
        Instant since = clock.instant().minus(DAY);
        return entries.movedSince(campaign.key(), since);
    }
}
