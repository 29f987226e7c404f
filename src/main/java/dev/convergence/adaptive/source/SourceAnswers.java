package dev.convergence.adaptive.source;

import dev.convergence.engine.Refusal;
import dev.convergence.engine.Texts;
import dev.convergence.engine.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people answer about a source, and what follows from it. */
@Component
class SourceAnswers {

    private final Suspensions suspensions;
    private final WatchedSources sources;
    private final SourceReadings readings;
    private final SourceWorkflow workflow;
    private final SourceNews news;

    SourceAnswers(
            Suspensions suspensions,
            WatchedSources sources,
            SourceReadings readings,
            SourceWorkflow workflow,
            SourceNews news) {
        this.suspensions = suspensions;
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
            String why = Texts.require(
                    SourceWatchProcess.SOURCE_COMMENT, values, "say why the campaign goes on without this source");
            suspensions.retire(campaign, source);
            news.retired(campaign, source, by, why);
        } else {
            suspensions.release(campaign, source);
            news.released(campaign, source, by, comment(SourceWatchProcess.SOURCE_COMMENT, values));
        }
    }

    /** @throws Refusal naming the field and the reason */
    void release(String campaign, String source, Map<String, ?> values, String by) {
        ReleaseAnswer answer = choice(SourceWatchProcess.RELEASE_ANSWER, values, List.of(ReleaseAnswer.values()));
        if (answer == ReleaseAnswer.KEEP) {
            String why = Texts.require(
                    SourceWatchProcess.RELEASE_COMMENT, values, "say why its rules shall not act although it speaks");
            suspensions.keep(campaign, source);
            news.kept(campaign, source, by, why);
        } else {
            suspensions.release(campaign, source);
            news.released(campaign, source, by, comment(SourceWatchProcess.RELEASE_COMMENT, values));
        }
    }

    /** @throws Refusal naming the field and the reason */
    void check(String campaign, String source, Map<String, ?> values, String by) {
        CheckAnswer answer = choice(SourceCheckProcess.CHECK_ANSWER, values, List.of(CheckAnswer.values()));
        String why = answer == CheckAnswer.IGNORED
                ? comment(SourceCheckProcess.CHECK_COMMENT, values)
                : Texts.require(SourceCheckProcess.CHECK_COMMENT, values, "say what you found");
        suspensions.underLock(campaign, () -> {
            sources.endDoubt(campaign, source);
            if (answer == CheckAnswer.GENUINE) {
                readings.forgetHistory(campaign, source);
            } else if (answer == CheckAnswer.SUSPENDED) {
                suspensions.stop(campaign, source);
                workflow.sourceSuspended(campaign, source);
            }
        });
        news.checked(campaign, source, by, answer, why);
    }

    private static String comment(Variable<String> variable, Map<String, ?> values) {
        return Texts.optional(variable, values).orElse(null);
    }

    private static <T extends Enum<T>> T choice(Variable<String> variable, Map<String, ?> values, List<T> choices) {
        Optional<String> chosen = variable.find(values);
        return choices.stream()
                .filter(choice -> chosen.filter(choice.name()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal(variable.name(), "must be one of " + choices));
    }
}
