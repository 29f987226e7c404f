package dev.convergence.notification;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import dev.convergence.notification.chat.ChatChannelResolver;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.notification.delivery.NoticeMessage;
import dev.convergence.notification.delivery.OutboxService;
import dev.convergence.notification.mail.MailBatchSender;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of what was told to whom. It is written in the transaction that gives the reason; where mail or chat is
 * set up, it goes out after that transaction.
 */
@Component
public class NoticeService {

    private static final int LONGEST_TEXT = 1000;
    private static final String ROW = " (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutboxService outboxService;
    private final MailBatchSender mailBatchSender;
    private final ChatChannelResolver chat;

    NoticeService(
            JdbcClient jdbc,
            Clock clock,
            OutboxService outboxService,
            MailBatchSender mailBatchSender,
            ChatChannelResolver chat) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outboxService = outboxService;
        this.mailBatchSender = mailBatchSender;
        this.chat = chat;
    }

    /** Whether notices leave the application: somebody reads them without looking here. */
    public boolean goOut() {
        return mailBatchSender.isOn() || chat.any();
    }

    /**
     * Tells a recipient (a group id, or {@link Notice#user(String)}) something about a part of a campaign.
     *
     * @param campaign null where it is about none
     */
    @Transactional
    public void tell(String campaign, String about, String recipient, String subject, String text) {
        tell(campaign, about, recipient, subject, text, null);
    }

    /**
     * Tells a recipient something about a task.
     *
     * @param taskId what the message's link opens; null to open the campaign
     */
    @Transactional
    public void tell(String campaign, String about, String recipient, String subject, String text, String taskId) {
        tell(campaign, about, List.of(recipient), subject, text, taskId);
    }

    /** Tells several recipients the same, in one statement. */
    @Transactional
    public void tell(String campaign, String about, List<String> recipients, String subject, String text) {
        tell(campaign, about, recipients, subject, text, null);
    }

    private void tell(
            String campaign, String about, List<String> recipients, String subject, String text, String taskId) {
        if (!recipients.isEmpty()) {
            record(campaign, about, recipients, subject, text, taskId, dispatch());
        }
    }

    /**
     * Puts on record what recipients are not told yet: it goes out by {@link #tellKept}.
     *
     * @param kept names what is kept back together: at most 64 characters, and nothing else by this name
     */
    @Transactional
    public void keepBack(
            String kept,
            String campaign,
            String about,
            List<String> recipients,
            String subject,
            String text,
            String taskId) {
        if (!recipients.isEmpty()) {
            record(campaign, about, recipients, subject, text, taskId, kept);
        }
    }

    /** Tells what was kept back under this name, all of it in these words, together with what this transaction tells. */
    @Transactional
    public void tellKept(String kept, String text) {
        jdbc.sql("update cc_notice set dispatch_id = ?, text = ? where dispatch_id = ?")
                .params(Arrays.asList(dispatch(), shortened(text), kept))
                .update();
    }

    private String dispatch() {
        return goOut() ? outboxService.dispatch() : null;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    }

    private void record(
            String campaign,
            String about,
            List<String> recipients,
            String subject,
            String text,
            String taskId,
            String dispatch) {
        List<Object> values = new ArrayList<>();
        for (String recipient : recipients) {
            values.addAll(Arrays.asList(
                    UUID.randomUUID().toString(),
                    campaign,
                    about,
                    recipient,
                    subject,
                    shortened(text),
                    StoredTimeConverter.of(clock.instant()),
                    taskId,
                    dispatch));
        }
        jdbc.sql(
                        """
                        insert into cc_notice
                        (id, campaign_key, about, recipient, subject, text, told_at, task_id, dispatch_id)
                        values """
                                + String.join(", ", Collections.nCopies(recipients.size(), ROW)))
                .params(values)
                .update();
    }

    /** A campaign's notices, the newest first. */
    public List<Notice> of(String campaign, int limit) {
        return newest(campaign, new PageRequest(0, limit));
    }

    /** A page of a campaign's notices, the newest first. */
    public Page<Notice> of(String campaign, PageRequest page) {
        return new Page<>(
                newest(campaign, page),
                jdbc.sql("select count(*) from cc_notice where campaign_key = ?")
                        .param(campaign)
                        .query(Long.class)
                        .single());
    }

    private List<Notice> newest(String campaign, PageRequest page) {
        return RowReader.rows(
                "notice of campaign",
                jdbc.sql(
                                """
                        select campaign_key, about, recipient, subject, text, told_at from cc_notice
                        where campaign_key = ? order by told_at desc, sequence_no desc
                        offset ? rows fetch next ? rows only""")
                        .params(campaign, page.first(), page.max()),
                NoticeService::notice);
    }

    /** The notices of a dispatch, in the order in which they were told. */
    List<NoticeMessage> ofDispatch(String dispatch) {
        return jdbc.sql(
                        """
                        select campaign_key, about, recipient, subject, text, told_at, task_id from cc_notice
                        where dispatch_id = ? order by sequence_no""")
                .param(dispatch)
                .query((row, number) -> new NoticeMessage(notice(row), row.getString(7)))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                StoredTimeConverter.at(row, 6));
    }
}
