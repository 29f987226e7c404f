package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sources of a campaign beside what is said of them. */
@Component
class SourceViews {

    private final SourceTable table;
    private final Sources sources;

    SourceViews(SourceTable table, Sources sources) {
        this.table = table;
        this.sources = sources;
    }

    /** Those that it has, by their ids. */
    List<SourceView> of(String campaign) {
        Map<String, Sources.Source> known =
                sources.all().stream().collect(Collectors.toMap(Sources.Source::id, Function.identity()));
        return table.rows(campaign).stream()
                .map(row -> view(row, known.get(row.source())))
                .toList();
    }

    private static SourceView view(SourceTable.Row row, Sources.Source source) {
        return source == null
                ? new SourceView(row, null, null, null)
                : new SourceView(row, source.name(), source.owner(), source.heartbeat());
    }
}
