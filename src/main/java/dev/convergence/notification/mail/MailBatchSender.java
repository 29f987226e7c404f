package dev.convergence.notification.mail;

import dev.convergence.notification.delivery.Batch;
import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.NotDeliveredException;
import dev.convergence.notification.delivery.PlainTextFormatter;
import dev.convergence.notification.delivery.PublicAddressProperties;
import dev.convergence.notification.delivery.Sender;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Sends mail to people, as plain text alone: what people wrote cannot become markup. */
@Component
public class MailBatchSender implements Sender {

    private final JavaMailSender server;
    private final MailProperties settings;
    private final RecipientReader recipientReader;
    private final MailTexts text;
    private final PublicAddressProperties address;
    private final Clock clock;

    MailBatchSender(
            ObjectProvider<JavaMailSender> server,
            MailProperties settings,
            RecipientReader recipientReader,
            MailTexts text,
            PublicAddressProperties address,
            Clock clock) {
        this.server = server.getIfAvailable();
        this.settings = settings;
        this.recipientReader = recipientReader;
        this.text = text;
        this.address = address;
        this.clock = clock;
        if (isOn()) {
            settings.check();
            address.check();
        }
    }

    public boolean isOn() {
        return server != null && !(server instanceof JavaMailSenderImpl known && !StringUtils.hasText(known.getHost()));
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    /** All mail goes by one server. */
    @Override
    public String lane(String recipient) {
        return Channel.MAIL.id();
    }

    @Override
    public void send(Batch batch) {
        String to = "Mail to " + batch.recipient();
        if (!isOn()) {
            throw new NotDeliveredException(to, "spring.mail.host is not set");
        }
        MailRecipient mailRecipient = recipientReader
                .withId(batch.recipient())
                .orElseThrow(() -> new NotDeliveredException(to, "has no mail address"));
        try {
            server.send(mail(batch, mailRecipient));
        } catch (MailException | MessagingException failure) {
            throw new NotDeliveredException(
                    "%s (%s)".formatted(to, PlainTextFormatter.line(mailRecipient.address())), reason(failure));
        }
    }

    private MimeMessage mail(Batch batch, MailRecipient mailRecipient) throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.sender());
        helper.setTo(MailAddress.of(mailRecipient.address(), mailRecipient.name()));
        helper.setSubject(text.subject(batch.messages()));
        helper.setText(text.body(batch.messages()));
        helper.setSentDate(Date.from(clock.instant()));
        // The same at every attempt, so that a mail which was sent twice is recognised as one.
        mail.setHeader("Message-ID", "<%s@%s>".formatted(batch.id(), address.host()));
        // Keeps holiday notes from being answered to us.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static String reason(Exception failure) {
        Throwable first = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : failure;
        Throwable root = NestedExceptionUtils.getMostSpecificCause(first);
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : PlainTextFormatter.line(root.getMessage(), 500);
    }
}
