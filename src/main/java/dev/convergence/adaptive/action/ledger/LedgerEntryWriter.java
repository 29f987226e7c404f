package dev.convergence.adaptive.action.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the ledger; whoever calls holds the campaign's lock. */
@Component
public class LedgerEntryWriter {

    private static final int LONGEST_EVIDENCE = 4000;
    private static final int LONGEST_TEXT = 1000;

    /** Bookings and givings back of a campaign are numbered as one. */
    private static final String NEXT_NO =
            """
            (select coalesce(max(greatest(coalesce(b.booking_no, 0), coalesce(b.given_back_no, 0))), 0) + 1
            from cc_action b where b.campaign_key = cc_action.campaign_key)""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    LedgerEntryWriter(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    boolean has(String campaign, String rule, String cause) {
        return jdbc.sql("select count(*) from cc_action where campaign_key = ? and rule = ? and cause = ?")
                        .params(campaign, rule, cause)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void open(String id, FiredRule firedRule) {
        jdbc.sql(
                        """
                        insert into cc_action
                        (id, campaign_key, rule, cause, kind, state, from_channel, to_channel, share_percent, detail,
                        reason, evidence, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        firedRule.campaign(),
                        firedRule.rule(),
                        firedRule.cause(),
                        firedRule.kind().name(),
                        ActionState.OPEN.name(),
                        firedRule.from(),
                        firedRule.to(),
                        firedRule.sharePercent(),
                        text(firedRule.detail()),
                        text(firedRule.reason()),
                        evidence(firedRule.evidence()),
                        now())
                .update();
    }

    /** Enters an action that takes another one back, decided by whoever asks for it: what they said is its cause. */
    public void openReversal(String id, LedgerEntry reversed, String reason, String by) {
        open(
                id,
                new FiredRule(
                        reversed.campaign(),
                        LedgerEntry.REVERSAL,
                        id,
                        reversed.kind(),
                        reversed.amount() == null ? reversed.from() : reversed.to(),
                        reversed.amount() == null ? null : reversed.from(),
                        null,
                        reversed.detail(),
                        reason,
                        List.of()));
        jdbc.sql("update cc_action set reverses = ? where id = ?")
                .params(reversed.id(), id)
                .update();
        decided(id, by, reason);
    }

    public void asked(String id, String because) {
        jdbc.sql("update cc_action set state = ?, asked_because = ? where id = ?")
                .params(ActionState.ASKED.name(), text(because), id)
                .update();
    }

    /** Asked about this amount of money, and no more. */
    public void asked(String id, String because, BigDecimal amount) {
        jdbc.sql("update cc_action set state = ?, asked_because = ?, asked_amount = ? where id = ?")
                .params(ActionState.ASKED.name(), text(because), amount, id)
                .update();
    }

    public void decided(String id, String by, String comment) {
        jdbc.sql("update cc_action set decided_by = ?, decided_at = ?, decision_comment = ? where id = ?")
                .params(by, now(), text(comment), id)
                .update();
    }

    /** Decided, and nothing moves in the books. */
    public void booked(String id) {
        jdbc.sql(
                        "update cc_action set state = ?, booked_at = coalesce(booked_at, ?), booking_no = coalesce(booking_no, "
                                + NEXT_NO + ") where id = ?")
                .params(ActionState.BOOKED.name(), now(), id)
                .update();
    }

    public void booked(String id, BudgetShift shift) {
        booked(id);
        jdbc.sql("update cc_action set amount = ?, budget_before = ?, budget_after = ? where id = ?")
                .params(shift.amount(), write(shift.before()), write(shift.after()), id)
                .update();
    }

    /** The platform is told from here on. */
    public void told(String id) {
        jdbc.sql("update cc_action set told_at = coalesce(told_at, ?) where id = ?")
                .params(now(), id)
                .update();
    }

    /** The platform has not taken it, and will not. */
    public void refused(String id, String refusal) {
        jdbc.sql("update cc_action set told_at = null, refusal = ? where id = ?")
                .params(text(refusal), id)
                .update();
    }

    /** Out of the books again, where no money had moved. */
    public void givenBack(String id) {
        givenBack(id, null, Map.of());
    }

    /**
     * Out of the books again. What was booked stays written: the ledger explains each budget at each time.
     *
     * @param amount how much was still there
     * @param budgets what all channels have now
     */
    public void givenBack(String id, BigDecimal amount, Map<String, BigDecimal> budgets) {
        jdbc.sql("update cc_action set given_back_at = ?, given_back = ?, budget_given_back = ?, given_back_no = "
                        + NEXT_NO + " where id = ?")
                .params(now(), amount, budgets.isEmpty() ? null : write(budgets), id)
                .update();
    }

    /** @param why null where a person has said so */
    public void ended(String id, ActionState state, String why) {
        jdbc.sql("update cc_action set state = ?, decision_comment = coalesce(?, decision_comment) where id = ?")
                .params(state.name(), text(why), id)
                .update();
    }

    public void done(String id) {
        jdbc.sql("update cc_action set state = ?, done_at = ? where id = ?")
                .params(ActionState.DONE.name(), now(), id)
                .update();
    }

    private Object now() {
        Instant now = clock.instant();
        return StoredTimeConverter.of(now);
    }

    /** The newest readings, as many as there is room for. */
    private String evidence(List<FiredRule.Evidence> evidence) {
        String written = write(evidence);
        return written.length() <= LONGEST_EVIDENCE ? written : evidence(evidence.subList(1, evidence.size()));
    }

    private static String text(String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("the ledger cannot be written", unwritable);
        }
    }
}
