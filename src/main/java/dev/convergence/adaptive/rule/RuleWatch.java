package dev.convergence.adaptive.rule;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.FollowUps;
import dev.convergence.adaptive.action.Ledger;
import dev.convergence.adaptive.action.Trigger;
import dev.convergence.engine.DecisionsBeside;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Weighs applied readings by the rules, while the campaigns' locks are held, and sets off what they call for. */
@Component
public class RuleWatch {

    /** What an action shows as its evidence. */
    private static final int MOST_EVIDENCE = 8;

    private final AdaptationRules rules;
    private final RuleStateTable table;
    private final Ledger ledger;
    private final FollowUps followUps;

    RuleWatch(AdaptationRules rules, RuleStateTable table, Ledger ledger, FollowUps followUps) {
        this.rules = rules;
        this.table = table;
        this.ledger = ledger;
        this.followUps = followUps;
    }

    /** Where the rules of these campaigns stand: one query. The caller holds the locks until it has finished the round. */
    public Round begin(DecisionsBeside.Snapshot tables, Collection<String> campaigns) {
        return new Round(tables, table.of(campaigns));
    }

    /** The readings of one transaction, in their order. */
    public final class Round {

        private final DecisionsBeside.Snapshot tables;
        private final RuleStates states;

        private Round(DecisionsBeside.Snapshot tables, RuleStates states) {
            this.tables = tables;
            this.states = states;
        }

        /**
         * Weighs the newest reading of a series by the rules that fit. A metric that recovers releases a rule also
         * while none may fire.
         *
         * @param recent the latest applied readings of the series, that which is weighed last
         * @param mayFire false where automatic action is switched off, or the source is suspended
         */
        public void weigh(
                AdaptiveCampaign campaign, Series series, List<Observation> recent, Instant now, boolean mayFire) {
            Observation newest = recent.get(recent.size() - 1);
            for (AdaptationRule rule : rules.of(tables, campaign, series.metric(), series.channel())) {
                if (!rule.isQuiet(campaign.liveFrom(), newest.observedAt())) {
                    weigh(rule, series, rule.window(recent), now, mayFire);
                }
            }
        }

        private void weigh(AdaptationRule rule, Series series, List<Observation> window, Instant now, boolean mayFire) {
            if (window.size() < rule.fewest()) {
                return;
            }
            RuleStates.Key key = new RuleStates.Key(series.campaign(), rule.id(), series.name());
            BigDecimal mean = Observation.mean(window);
            if (!states.isArmed(key)) {
                if (rule.isReleased(mean)) {
                    states.released(key);
                }
            } else if (mayFire
                    && rule.isBeyond(mean)
                    && !rule.isCoolingDown(states.lastFired(series.campaign(), rule.id()), now)) {
                states.fired(key, now);
                fire(rule, series, window);
            }
        }

        /** Stores where the rules stand now. */
        public void finish() {
            table.store(states);
        }
    }

    private void fire(AdaptationRule rule, Series series, List<Observation> window) {
        Observation newest = window.get(window.size() - 1);
        String action = ledger.open(new Trigger(
                series.campaign(),
                rule.id(),
                series.source() + ":" + newest.id(),
                rule.kind(),
                rule.from() == null ? series.channel() : rule.from(),
                rule.to(),
                rule.share(),
                rule.detail(),
                rule.reason(),
                evidence(series, window)));
        if (action != null) {
            followUps.tell(series.campaign(), AdaptiveProcess.RULE_FIRED, action);
        }
    }

    private static List<Trigger.Evidence> evidence(Series series, List<Observation> window) {
        return window.subList(Math.max(0, window.size() - MOST_EVIDENCE), window.size()).stream()
                .map(one -> new Trigger.Evidence(
                        one.id(), series.source(), series.metric(), series.channel(), one.value(), one.observedAt()))
                .toList();
    }
}
