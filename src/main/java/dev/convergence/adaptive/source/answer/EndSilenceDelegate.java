package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.SourceNotifier;
import dev.convergence.adaptive.source.SourceWatchProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.StallService;
import dev.convergence.escalation.wait.StallKind;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "endSilence", reach = BeanReach.CAMPAIGN, in = SourceWatchProcess.KEY)
class EndSilenceDelegate implements JavaDelegate {

    private final StallService stallService;
    private final SourceNotifier news;
    private final Clock clock;

    EndSilenceDelegate(StallService stallService, SourceNotifier news, Clock clock) {
        this.stallService = stallService;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution watch) {
        String campaign = watch.getProcessBusinessKey();
        String source = AdaptiveProcess.SOURCE_ID.get(watch);
        stallService.resolve(StallKind.SILENT_SOURCE, watch.getProcessInstanceId(), campaign, source);
        SourceWatchProcess.SOURCE_ANSWER.set(watch, SilenceAnswer.HEARD.name());
        SourceWatchProcess.LISTENED_SINCE.set(watch, Date.from(clock.instant()));
        if (SourceWatchProcess.SOURCE_SUSPENDED.find(watch).orElse(false)) {
            news.speaksAgain(campaign, source);
        }
    }
}
