package dev.convergence.rhythm;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks whether there is anything to discuss, by the cadence as it stands now, and says so. */
@ModelBean(value = "prepareSync", reach = Reach.CAMPAIGN, in = SyncProcess.KEY)
class PrepareSyncDelegate implements JavaDelegate {

    private final Cadences cadences;
    private final Agendas agendas;
    private final SyncNews news;
    private final CampaignContext.Reader campaigns;

    PrepareSyncDelegate(Cadences cadences, Agendas agendas, SyncNews news, CampaignContext.Reader campaigns) {
        this.cadences = cadences;
        this.agendas = agendas;
        this.news = news;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution rhythm) {
        CampaignContext campaign = campaigns.of(rhythm);
        SyncKind kind = SyncKinds.of(rhythm);
        Instant at = SyncProcess.NEXT_SYNC_AT.get(rhythm).toInstant();
        Instant since = SyncProcess.SYNC_SINCE.get(rhythm).toInstant();
        Sync sync = new Sync(kind, campaign, at, cadences.of(kind, campaign));
        Agenda agenda = agendas.of(campaign, since);
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
