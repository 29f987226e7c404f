package dev.convergence.adaptive.rule;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.CampaignSignalPublisher;
import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerReader;
import dev.convergence.engine.decision.CachedDecisionTableEvaluator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Weighs applied readings by the rules, while the campaigns' locks are held, and sets off what they call for. */
@Component
public class RuleEvaluationService {

    /** What an action shows as its evidence. */
    private static final int MOST_EVIDENCE = 8;

    private final AdaptationRulesDecision rules;
    private final RuleStateRepository table;
    private final LedgerReader ledgerReader;
    private final CampaignSignalPublisher campaignSignalPublisher;

    RuleEvaluationService(
            AdaptationRulesDecision rules,
            RuleStateRepository table,
            LedgerReader ledgerReader,
            CampaignSignalPublisher campaignSignalPublisher) {
        this.rules = rules;
        this.table = table;
        this.ledgerReader = ledgerReader;
        this.campaignSignalPublisher = campaignSignalPublisher;
    }

    /** Where the rules of these campaigns stand: one query. The caller holds the locks until it has finished the round. */
    public Round begin(CachedDecisionTableEvaluator.Snapshot tables, Collection<String> campaigns) {
        return new Round(tables, table.of(campaigns));
    }

    /** The readings of one transaction, in their order. */
    public final class Round {

        private final CachedDecisionTableEvaluator.Snapshot tables;
        private final RuleStateSession states;

        private Round(CachedDecisionTableEvaluator.Snapshot tables, RuleStateSession states) {
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
                AdaptiveCampaign campaign,
                MetricSeries metricSeries,
                List<Observation> recent,
                Instant now,
                boolean mayFire) {
            Observation newest = recent.get(recent.size() - 1);
            for (AdaptationRule rule : rules.of(tables, campaign, metricSeries.metric(), metricSeries.channel())) {
                if (!rule.isQuiet(campaign.liveFrom(), newest.observedAt())) {
                    weigh(rule, metricSeries, rule.window(recent), now, mayFire);
                }
            }
        }

        private void weigh(
                AdaptationRule rule,
                MetricSeries metricSeries,
                List<Observation> window,
                Instant now,
                boolean mayFire) {
            if (window.size() < rule.fewest()) {
                return;
            }
            RuleStateSession.Key key =
                    new RuleStateSession.Key(metricSeries.campaign(), rule.id(), metricSeries.name());
            BigDecimal mean = Observation.mean(window);
            if (!states.isArmed(key)) {
                if (rule.isReleased(mean)) {
                    states.released(key);
                }
            } else if (mayFire
                    && rule.isBeyond(mean)
                    && !rule.isCoolingDown(states.lastFired(metricSeries.campaign(), rule.id()), now)) {
                states.fired(key, now);
                fire(rule, metricSeries, window);
            }
        }

        /** Stores where the rules stand now. */
        public void finish() {
            table.store(states);
        }
    }

    private void fire(AdaptationRule rule, MetricSeries metricSeries, List<Observation> window) {
        Observation newest = window.get(window.size() - 1);
        String action = ledgerReader.open(new FiredRule(
                metricSeries.campaign(),
                rule.id(),
                metricSeries.source() + ":" + newest.id(),
                rule.kind(),
                rule.from() == null ? metricSeries.channel() : rule.from(),
                rule.to(),
                rule.share(),
                rule.detail(),
                rule.reason(),
                evidence(metricSeries, window)));
        if (action != null) {
            campaignSignalPublisher.tell(metricSeries.campaign(), AdaptiveProcess.RULE_FIRED, action);
        }
    }

    private static List<FiredRule.Evidence> evidence(MetricSeries metricSeries, List<Observation> window) {
        return window.subList(Math.max(0, window.size() - MOST_EVIDENCE), window.size()).stream()
                .map(one -> new FiredRule.Evidence(
                        one.id(),
                        metricSeries.source(),
                        metricSeries.metric(),
                        metricSeries.channel(),
                        one.value(),
                        one.observedAt()))
                .toList();
    }
}
