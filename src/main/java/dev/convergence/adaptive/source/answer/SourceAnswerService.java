package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.source.CheckAnswer;
import dev.convergence.adaptive.source.SourceCheckProcess;
import dev.convergence.adaptive.source.SourceNotifier;
import dev.convergence.adaptive.source.SourceReadingRepository;
import dev.convergence.adaptive.source.SourceWatchProcess;
import dev.convergence.adaptive.source.SourceWorkflow;
import dev.convergence.adaptive.source.state.SuspensionService;
import dev.convergence.adaptive.source.state.WatchedSourceRepository;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people answer about a source, and what follows from it. */
@Component
class SourceAnswerService {

    private final SuspensionService suspensionService;
    private final WatchedSourceRepository sources;
    private final SourceReadingRepository readings;
    private final SourceWorkflow workflow;
    private final SourceNotifier news;

    SourceAnswerService(
            SuspensionService suspensionService,
            WatchedSourceRepository sources,
            SourceReadingRepository readings,
            SourceWorkflow workflow,
            SourceNotifier news) {
        this.suspensionService = suspensionService;
        this.sources = sources;
        this.readings = readings;
        this.workflow = workflow;
        this.news = news;
    }

    /** @throws Refusal naming the field and the reason */
    void silence(String campaign, String source, Map<String, ?> values, String by) {
        SilenceAnswer answer =
                choice(SourceWatchProcess.SOURCE_ANSWER, values, List.of(SilenceAnswer.BACK, SilenceAnswer.RETIRED));
        if (answer == SilenceAnswer.RETIRED) {
            String why = TextValidator.require(
                    SourceWatchProcess.SOURCE_COMMENT, values, "say why the campaign goes on without this source");
            suspensionService.retire(campaign, source);
            news.retired(campaign, source, by, why);
        } else {
            suspensionService.release(campaign, source);
            news.released(campaign, source, by, comment(SourceWatchProcess.SOURCE_COMMENT, values));
        }
    }

    /** @throws Refusal naming the field and the reason */
    void release(String campaign, String source, Map<String, ?> values, String by) {
        ReleaseAnswer answer = choice(SourceWatchProcess.RELEASE_ANSWER, values, List.of(ReleaseAnswer.values()));
        if (answer == ReleaseAnswer.KEEP) {
            String why = TextValidator.require(
                    SourceWatchProcess.RELEASE_COMMENT, values, "say why its rules shall not act although it speaks");
            suspensionService.keep(campaign, source);
            news.kept(campaign, source, by, why);
        } else {
            suspensionService.release(campaign, source);
            news.released(campaign, source, by, comment(SourceWatchProcess.RELEASE_COMMENT, values));
        }
    }

    /** @throws Refusal naming the field and the reason */
    void check(String campaign, String source, Map<String, ?> values, String by) {
        CheckAnswer answer = choice(SourceCheckProcess.CHECK_ANSWER, values, List.of(CheckAnswer.values()));
        String why = answer == CheckAnswer.IGNORED
                ? comment(SourceCheckProcess.CHECK_COMMENT, values)
                : TextValidator.require(SourceCheckProcess.CHECK_COMMENT, values, "say what you found");
        suspensionService.underLock(campaign, () -> {
            sources.endDoubt(campaign, source);
            if (answer == CheckAnswer.GENUINE) {
                readings.forgetHistory(campaign, source);
            } else if (answer == CheckAnswer.SUSPENDED) {
                suspensionService.stop(campaign, source);
                workflow.sourceSuspended(campaign, source);
            }
        });
        news.checked(campaign, source, by, answer, why);
    }

    private static String comment(ProcessVariable<String> processVariable, Map<String, ?> values) {
        return TextValidator.optional(processVariable, values).orElse(null);
    }

    private static <T extends Enum<T>> T choice(
            ProcessVariable<String> processVariable, Map<String, ?> values, List<T> choices) {
        Optional<String> chosen = processVariable.find(values);
        return choices.stream()
                .filter(choice -> chosen.filter(choice.name()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new RefusalException(processVariable.name(), "must be one of " + choices));
    }
}
