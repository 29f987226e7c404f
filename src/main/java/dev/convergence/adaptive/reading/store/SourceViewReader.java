package dev.convergence.adaptive.reading.store;

import dev.convergence.adaptive.source.state.SourceCatalog;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sources of a campaign beside what is said of them. */
@Component
public class SourceViewReader {

    private final SourceRepository table;
    private final SourceCatalog sourceCatalog;

    SourceViewReader(SourceRepository table, SourceCatalog sourceCatalog) {
        this.table = table;
        this.sourceCatalog = sourceCatalog;
    }

    /** Those that it has, by their ids. */
    public List<SourceView> of(String campaign) {
        Map<String, SourceCatalog.Source> known =
                sourceCatalog.all().stream().collect(Collectors.toMap(SourceCatalog.Source::id, Function.identity()));
        return table.rows(campaign).stream()
                .map(row -> view(row, known.get(row.source())))
                .toList();
    }

    private static SourceView view(SourceRepository.Row row, SourceCatalog.Source source) {
        return source == null
                ? new SourceView(row, null, null, null)
                : new SourceView(row, source.name(), source.owner(), source.heartbeat());
    }
}
