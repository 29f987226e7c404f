package dev.convergence.notification.mail;

import dev.convergence.engine.identity.DepartureListener;
import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was to be mailed to somebody who has left is not mailed to whoever is made anew under the same id. */
@Component
class MailDepartureListener implements DepartureListener {

    private final JdbcClient jdbc;

    MailDepartureListener(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void userLeaves(String user) {
        jdbc.sql("delete from cc_message where recipient = ? and channel = ? and sent_at is null")
                .params(user, Channel.MAIL.id())
                .update();
        jdbc.sql("update cc_notice set dispatch_id = null where recipient = ?")
                .param(Notice.user(user))
                .update();
        jdbc.sql("delete from cc_mailbox where person = ?").param(user).update();
    }
}
