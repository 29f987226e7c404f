package dev.convergence.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what was told to whom. It is written in the transaction that gives the reason. */
@Component
public class Notices {

    private static final int LONGEST_TEXT = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells a recipient (a group id, or {@link Notice#user(String)}) something about a part of a campaign. */
    public void tell(String campaign, String about, String recipient, String subject, String text) {
        jdbc.sql(
                        """
                        insert into cc_notice (id, campaign_key, about, recipient, subject, text, told_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        campaign,
                        about,
                        recipient,
                        subject,
                        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** A campaign's notices, the newest first. */
    public List<Notice> of(String campaign, int limit) {
        return jdbc.sql(
                        """
                        select campaign_key, about, recipient, subject, text, told_at from cc_notice
                        where campaign_key = ? order by told_at desc, sequence_no desc limit ?""")
                .params(campaign, limit)
                .query((row, number) -> new Notice(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }
}
