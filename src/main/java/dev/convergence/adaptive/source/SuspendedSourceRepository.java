package dev.convergence.adaptive.source;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sources whose rules do not act in a campaign. */
@Component
public class SuspendedSourceRepository {

    private final JdbcClient jdbc;
    private final SourceOwnerResolver owners;

    SuspendedSourceRepository(JdbcClient jdbc, SourceOwnerResolver owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    /** The names of those among these that are suspended, in their order. */
    public List<String> among(String campaign, Collection<String> sources) {
        return sources.isEmpty() ? List.of() : names(campaign, Set.copyOf(sources));
    }

    private List<String> names(String campaign, Set<String> sources) {
        return jdbc
                .sql(
                        """
                        select source from cc_source
                        where campaign_key = :campaign and source in (:sources) and suspended_at is not null
                        order by source""")
                .param("campaign", campaign)
                .param("sources", sources)
                .query(String.class)
                .list()
                .stream()
                .map(owners::name)
                .toList();
    }
}
