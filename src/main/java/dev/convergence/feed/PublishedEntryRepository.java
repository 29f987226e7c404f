package dev.convergence.feed;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what calendars were told. */
@Component
class PublishedEntryRepository {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PublishedEntryRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Until the end of the transaction nobody else, on any node, writes the record. */
    void lock() {
        jdbc.sql("select id from cc_calendar_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** All of it by uid. */
    Map<String, PublishedEntry> all() {
        Map<String, PublishedEntry> entries = new HashMap<>();
        RowReader.rows(
                        "calendar entry",
                        jdbc.sql(
                                """
                        select entry_uid, campaign_key, kind, starts_at, ends_at, summary, text_hash, sequence_no, state,
                        modified_at from cc_calendar_entry"""),
                        PublishedEntryRepository::entry)
                .forEach(entry -> entries.put(entry.uid(), entry));
        return entries;
    }

    void write(FeedDiff feedDiff) {
        // Of what is added, a row may be there that could not be read.
        forget(Stream.concat(
                        feedDiff.forgotten().stream(), feedDiff.added().stream().map(PublishedEntry::uid))
                .toList());
        add(feedDiff.added());
        change(feedDiff.changed());
    }

    private void forget(List<String> uids) {
        batches.batchUpdate(
                "delete from cc_calendar_entry where entry_uid = ?",
                uids,
                BATCH,
                (statement, uid) -> statement.setString(1, uid));
    }

    private void add(List<PublishedEntry> entries) {
        batches.batchUpdate(
                """
                insert into cc_calendar_entry
                (starts_at, ends_at, summary, text_hash, sequence_no, state, modified_at, entry_uid, campaign_key, kind)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entries,
                BATCH,
                (statement, entry) -> {
                    setChangeable(statement, entry);
                    statement.setString(9, entry.campaign());
                    statement.setString(10, entry.kind().word());
                });
    }

    private void change(List<PublishedEntry> entries) {
        batches.batchUpdate(
                """
                update cc_calendar_entry set starts_at = ?, ends_at = ?, summary = ?, text_hash = ?, sequence_no = ?,
                state = ?, modified_at = ? where entry_uid = ?""",
                entries,
                BATCH,
                PublishedEntryRepository::setChangeable);
    }

    private static void setChangeable(PreparedStatement statement, PublishedEntry entry) throws SQLException {
        statement.setObject(1, StoredTimeConverter.of(entry.slot().starts()));
        statement.setObject(2, StoredTimeConverter.of(entry.slot().ends()));
        statement.setString(3, entry.summary());
        statement.setString(4, entry.textHash());
        statement.setInt(5, entry.sequence());
        statement.setString(6, entry.state().name());
        statement.setObject(7, StoredTimeConverter.of(entry.modifiedAt()));
        statement.setString(8, entry.uid());
    }

    private static PublishedEntry entry(ResultSet row) throws SQLException {
        return new PublishedEntry(
                row.getString(1),
                row.getString(2),
                EntryKind.named(row.getString(3)),
                new TimeSlot(StoredTimeConverter.at(row, 4), StoredTimeConverter.at(row, 5)),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                EntryState.valueOf(row.getString(9)),
                StoredTimeConverter.at(row, 10));
    }
}
