package dev.convergence.rhythm;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "planNextSync", reach = BeanReach.CAMPAIGN, in = SyncProcess.KEY)
class PlanNextSyncDelegate implements JavaDelegate {

    private final SyncCadenceDecision syncCadenceDecision;
    private final CampaignContext.Reader campaigns;
    private final Clock clock;

    PlanNextSyncDelegate(SyncCadenceDecision syncCadenceDecision, CampaignContext.Reader campaigns, Clock clock) {
        this.syncCadenceDecision = syncCadenceDecision;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution rhythm) {
        SyncKind kind = SyncKindResolver.of(rhythm);
        Instant now = clock.instant();
        Optional<Instant> last = SyncProcess.NEXT_SYNC_AT.find(rhythm).map(Date::toInstant);
        Instant next = syncCadenceDecision.of(kind, campaigns.of(rhythm)).next(last, now);
        SyncProcess.NEXT_SYNC_AT.set(rhythm, Date.from(next));
        SyncProcess.SYNC_SINCE.set(rhythm, Date.from(now));
        if (last.isEmpty()) {
            SyncProcess.SYNC_KIND.set(rhythm, kind.id());
        }
    }
}
