package dev.convergence.rhythm;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "planNextSync", reach = Reach.CAMPAIGN, in = SyncProcess.KEY)
class PlanNextSyncDelegate implements JavaDelegate {

    private final Cadences cadences;
    private final CampaignContext.Reader campaigns;
    private final Clock clock;

    PlanNextSyncDelegate(Cadences cadences, CampaignContext.Reader campaigns, Clock clock) {
        this.cadences = cadences;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution rhythm) {
        SyncKind kind = SyncKinds.of(rhythm);
        Instant now = clock.instant();
        Optional<Instant> last = SyncProcess.NEXT_SYNC_AT.find(rhythm).map(Date::toInstant);
        Instant next = cadences.of(kind, campaigns.of(rhythm)).next(last, now);
        SyncProcess.NEXT_SYNC_AT.set(rhythm, Date.from(next));
        SyncProcess.SYNC_SINCE.set(rhythm, Date.from(now));
        if (last.isEmpty()) {
            SyncProcess.SYNC_KIND.set(rhythm, kind.id());
        }
    }
}
