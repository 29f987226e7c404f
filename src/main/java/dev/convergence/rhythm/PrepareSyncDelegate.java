package dev.convergence.rhythm;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks whether there is anything to discuss, by the cadence as it stands now, and says so. */
@ModelBean(value = "prepareSync", reach = BeanReach.CAMPAIGN, in = SyncProcess.KEY)
class PrepareSyncDelegate implements JavaDelegate {

    private final SyncCadenceDecision syncCadenceDecision;
    private final AgendaReader agendaReader;
    private final SyncNotifier news;
    private final CampaignContext.Reader campaigns;

    PrepareSyncDelegate(
            SyncCadenceDecision syncCadenceDecision,
            AgendaReader agendaReader,
            SyncNotifier news,
            CampaignContext.Reader campaigns) {
        this.syncCadenceDecision = syncCadenceDecision;
        this.agendaReader = agendaReader;
        this.news = news;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution rhythm) {
        CampaignContext campaign = campaigns.of(rhythm);
        SyncKind kind = SyncKindResolver.of(rhythm);
        Instant at = SyncProcess.NEXT_SYNC_AT.get(rhythm).toInstant();
        Instant since = SyncProcess.SYNC_SINCE.get(rhythm).toInstant();
        Sync sync = new Sync(kind, campaign, at, syncCadenceDecision.of(kind, campaign));
        Agenda agenda = agendaReader.of(campaign, since);
        SyncProcess.SYNC_NEEDED.handOn(rhythm, !agenda.isNothing());
        SyncProcess.SYNC_HOST.handOn(rhythm, sync.cadence().host().orElse(null));
        SyncProcess.SYNC_DUE_AT.handOn(rhythm, Date.from(sync.cadence().closeOf(at)));
        SyncProcess.SYNC_LABEL.handOn(rhythm, sync.label());
        SyncProcess.SYNC_MINUTES.handOn(rhythm, sync.cadence().minutes());
        if (agenda.isNothing()) {
            news.skipped(sync, since);
        } else {
            news.due(sync, agenda);
        }
    }
}
