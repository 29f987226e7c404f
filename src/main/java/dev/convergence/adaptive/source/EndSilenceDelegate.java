package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.escalation.StallKind;
import dev.convergence.escalation.Stalls;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "endSilence", reach = Reach.CAMPAIGN, in = SourceWatchProcess.KEY)
class EndSilenceDelegate implements JavaDelegate {

    private final Stalls stalls;
    private final SourceNews news;
    private final Clock clock;

    EndSilenceDelegate(Stalls stalls, SourceNews news, Clock clock) {
        this.stalls = stalls;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution watch) {
        String campaign = watch.getProcessBusinessKey();
        String source = AdaptiveProcess.SOURCE_ID.get(watch);
        stalls.resolve(StallKind.SILENT_SOURCE, watch.getProcessInstanceId(), campaign, source);
        SourceWatchProcess.SOURCE_ANSWER.set(watch, SilenceAnswer.HEARD.name());
        SourceWatchProcess.LISTENED_SINCE.set(watch, Date.from(clock.instant()));
        if (SourceWatchProcess.SOURCE_SUSPENDED.find(watch).orElse(false)) {
            news.speaksAgain(campaign, source);
        }
    }
}
