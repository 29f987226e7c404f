package dev.convergence.adaptive.action.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import dev.convergence.problem.NotFoundException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger. */
@Component
public class LedgerRepository {

    private static final TypeReference<List<FiredRule.Evidence>> EVIDENCE = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, BigDecimal>> BUDGETS = new TypeReference<>() {};

    private static final String SELECT =
            """
            select a.id, a.campaign_key, a.rule, a.cause, a.kind, a.state, a.from_channel, a.to_channel, a.share_percent,
            a.detail, a.reason, a.evidence, a.amount, a.budget_before, a.budget_after, a.asked_because, a.decided_by,
            a.decided_at, a.decision_comment, a.created_at, a.booked_at, a.done_at, a.reverses, r.id, a.asked_amount,
            a.told_at, a.refusal, a.given_back_at, a.given_back, a.budget_given_back
            from cc_action a
            left join cc_action r on r.reverses = a.id and r.state not in ('STOPPED', 'DECLINED', 'LAPSED') where\s""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LedgerRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All actions of a campaign, the newest first. */
    public List<LedgerEntry> of(String campaign) {
        return RowReader.rows(
                "action",
                jdbc.sql(SELECT + "a.campaign_key = ? order by a.sequence_no desc")
                        .param(campaign),
                this::entry);
    }

    /** A page of them. */
    public Page<LedgerEntry> of(String campaign, PageRequest page) {
        List<LedgerEntry> entries = RowReader.rows(
                "action",
                jdbc.sql(SELECT + "a.campaign_key = ? order by a.sequence_no desc offset ? rows fetch next ? rows only")
                        .params(campaign, page.first(), page.max()),
                this::entry);
        return new Page<>(
                entries,
                jdbc.sql("select count(*) from cc_action where campaign_key = ?")
                        .param(campaign)
                        .query(Long.class)
                        .single());
    }

    public Optional<LedgerEntry> find(String id) {
        return jdbc.sql(SELECT + "a.id = ?")
                .param(id)
                .query((row, number) -> entry(row))
                .optional();
    }

    /** @throws NotFound where the campaign has no such action */
    public LedgerEntry require(String campaign, String id) {
        return find(id).filter(action -> action.campaign().equals(campaign))
                .orElseThrow(() -> new NotFoundException("Action", id));
    }

    /** The place of a booked action in the order in which those of its campaign were booked, or given back. */
    public long number(String id) {
        return number("booking_no", id);
    }

    /** The place of its giving back in the same order. */
    public long givenBackNumber(String id) {
        return number("given_back_no", id);
    }

    private long number(String column, String id) {
        return jdbc.sql("select " + column + " from cc_action where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /**
     * What was moved since then and counts against the day's bound: what was booked, except what was given back, and
     * what took something back.
     */
    public BigDecimal movedSince(String campaign, Instant since) {
        return jdbc.sql(
                        """
                        select coalesce(sum(amount - coalesce(given_back, 0)), 0) from cc_action
                        where campaign_key = ? and booked_at > ? and reverses is null""")
                .params(campaign, StoredTimeConverter.of(since))
                .query(BigDecimal.class)
                .single();
    }

    private LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                ActionKind.valueOf(row.getString(5)),
                ActionState.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getBigDecimal(9),
                row.getString(10),
                row.getString(11),
                read(row.getString(12), EVIDENCE),
                row.getBigDecimal(13),
                budgets(row.getString(14)),
                budgets(row.getString(15)),
                row.getString(16),
                row.getString(17),
                StoredTimeConverter.at(row, 18),
                row.getString(19),
                StoredTimeConverter.at(row, 20),
                StoredTimeConverter.at(row, 21),
                StoredTimeConverter.at(row, 22),
                row.getString(23),
                row.getString(24),
                row.getBigDecimal(25),
                StoredTimeConverter.at(row, 26),
                row.getString(27),
                StoredTimeConverter.at(row, 28),
                row.getBigDecimal(29),
                budgets(row.getString(30)));
    }

    private Map<String, BigDecimal> budgets(String stored) {
        return stored == null ? Map.of() : read(stored, BUDGETS);
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the ledger cannot be read", unreadable);
        }
    }
}
