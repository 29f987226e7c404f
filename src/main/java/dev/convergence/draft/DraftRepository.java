package dev.convergence.draft;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of drafts, what they are based on, and what was acknowledged. Rows are only ever added. */
@Component
class DraftRepository {

    private record Version(String track, int version) {}

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Draft draft) {
        jdbc.sql(
                        """
                        insert into cc_draft
                        (campaign_key, track, version, result, links, changes, shared_by, shared_for, shared_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        draft.campaign(),
                        draft.track(),
                        draft.version(),
                        draft.result(),
                        draft.links(),
                        draft.changes(),
                        draft.sharedBy(),
                        draft.sharedFor(),
                        StoredTimeConverter.of(draft.sharedAt()))
                .update();
        draft.basedOn().forEach((other, version) -> addBase(draft, other, version));
    }

    private void addBase(Draft draft, String other, int version) {
        jdbc.sql(
                        """
                        insert into cc_draft_base (campaign_key, track, version, base_track, base_version)
                        values (?, ?, ?, ?, ?)""")
                .params(draft.campaign(), draft.track(), draft.version(), other, version)
                .update();
    }

    void add(String campaign, DraftAcknowledgement acknowledgement) {
        jdbc.sql(
                        """
                        insert into cc_draft_acknowledgement
                        (campaign_key, track, of_track, of_version, given_by, given_for, given_at, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        campaign,
                        acknowledgement.track(),
                        acknowledgement.of(),
                        acknowledgement.version(),
                        acknowledgement.by(),
                        acknowledgement.onBehalfOf(),
                        StoredTimeConverter.of(acknowledgement.at()),
                        acknowledgement.note())
                .update();
    }

    /** All versions of a campaign's drafts, by track, in their order. Two queries, one where there is none. */
    List<Draft> of(String campaign) {
        List<Draft> drafts = RowReader.rows(
                "draft of campaign",
                jdbc.sql(
                                """
                        select campaign_key, track, version, result, links, changes, shared_by, shared_for, shared_at
                        from cc_draft where campaign_key = ? order by track, version""")
                        .param(campaign),
                DraftRepository::draft);
        if (drafts.isEmpty()) {
            return drafts;
        }
        Map<Version, Map<String, Integer>> bases = bases(campaign);
        return drafts.stream()
                .map(draft -> basedOn(draft, bases.getOrDefault(new Version(draft.track(), draft.version()), Map.of())))
                .toList();
    }

    List<DraftAcknowledgement> acknowledgements(String campaign) {
        return RowReader.rows(
                "acknowledgement of track",
                jdbc.sql(
                                """
                        select track, of_track, of_version, given_by, given_for, given_at, note
                        from cc_draft_acknowledgement where campaign_key = ?
                        order by given_at, track, of_track, of_version""")
                        .param(campaign),
                row -> new DraftAcknowledgement(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        StoredTimeConverter.at(row, 6),
                        row.getString(7)));
    }

    private Map<Version, Map<String, Integer>> bases(String campaign) {
        Map<Version, Map<String, Integer>> bases = new HashMap<>();
        jdbc.sql("select track, version, base_track, base_version from cc_draft_base where campaign_key = ?")
                .param(campaign)
                .query(row -> {
                    bases.computeIfAbsent(new Version(row.getString(1), row.getInt(2)), version -> new TreeMap<>())
                            .put(row.getString(3), row.getInt(4));
                });
        return bases;
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                StoredTimeConverter.at(row, 9),
                Map.of());
    }

    private static Draft basedOn(Draft draft, Map<String, Integer> basedOn) {
        return new Draft(
                draft.campaign(),
                draft.track(),
                draft.version(),
                draft.result(),
                draft.links(),
                draft.changes(),
                draft.sharedBy(),
                draft.sharedFor(),
                draft.sharedAt(),
                basedOn);
    }
}
