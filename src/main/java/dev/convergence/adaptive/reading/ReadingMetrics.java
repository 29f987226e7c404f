package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many readings came, once they are committed: {@code convergence_readings_total}. */
@Component
class ReadingMetrics {

    private final Map<Verdict, Counter> counters;

    ReadingMetrics(MeterRegistry meters) {
        counters = Arrays.stream(Verdict.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), verdict -> counter(verdict, meters)));
    }

    private static Counter counter(Verdict verdict, MeterRegistry meters) {
        return Counter.builder("convergence.readings")
                .description("Readings that came in, by what became of them")
                .tag("verdict", verdict.name())
                .register(meters);
    }

    void count(List<ReadingResponse> answers) {
        answers.forEach(answer -> counters.get(answer.verdict()).increment());
    }
}
