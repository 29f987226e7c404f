package dev.convergence.notification.mail;

import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.DeliveryStarter;
import dev.convergence.notification.delivery.LinkBuilder;
import dev.convergence.notification.delivery.Message;
import dev.convergence.notification.delivery.MessageRepository;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.notification.delivery.NoticeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes mail to everybody whom notices reach. What one person is told within a window becomes one mail. */
@Component
public class MailMessageWriter {

    private final MailBatchSender mailBatchSender;
    private final RecipientReader recipientReader;
    private final LinkBuilder linkBuilder;
    private final MessageRepository messages;
    private final DigestRepository mailboxes;
    private final DeliveryStarter deliveryStarter;
    private final Duration window;
    private final Clock clock;

    MailMessageWriter(
            MailBatchSender mailBatchSender,
            RecipientReader recipientReader,
            LinkBuilder linkBuilder,
            MessageRepository messages,
            DigestRepository mailboxes,
            DeliveryStarter deliveryStarter,
            MailProperties settings,
            Clock clock) {
        this.mailBatchSender = mailBatchSender;
        this.recipientReader = recipientReader;
        this.linkBuilder = linkBuilder;
        this.messages = messages;
        this.mailboxes = mailboxes;
        this.deliveryStarter = deliveryStarter;
        this.window = settings.digestWindow();
        this.clock = clock;
    }

    public void post(List<NoticeMessage> told) {
        if (mailBatchSender.isOn()) {
            byPerson(told).forEach(window.isZero() ? this::sendEach : this::gather);
        }
    }

    /** What waits for the person belongs to the batch from now on. */
    public void close(String person, String batch) {
        mailboxes.close(person, batch);
        messages.gather(Channel.MAIL, person, batch);
    }

    /** In one order of persons, so that two who hold mailboxes never wait for each other. */
    private Map<String, List<Message>> byPerson(List<NoticeMessage> told) {
        Map<String, List<MailRecipient>> reached = new HashMap<>();
        Map<String, List<Message>> byPerson = new TreeMap<>();
        for (NoticeMessage one : told) {
            String link = linkBuilder.to(one.taskId(), one.notice().campaign());
            for (MailRecipient mailRecipient :
                    reached.computeIfAbsent(one.notice().recipient(), recipientReader::reachedBy)) {
                addOnce(
                        byPerson.computeIfAbsent(mailRecipient.id(), id -> new ArrayList<>()),
                        mailRecipient,
                        one.notice(),
                        link);
            }
        }
        return byPerson;
    }

    /** A person may be told the same as a member of a group and in person. */
    private static void addOnce(List<Message> toPerson, MailRecipient mailRecipient, Notice notice, String link) {
        if (toPerson.stream().noneMatch(message -> message.text().equals(notice.text()))) {
            toPerson.add(Message.of(Channel.MAIL, mailRecipient.id(), notice.campaign(), notice.text(), link));
        }
    }

    private void sendEach(String person, List<Message> toPerson) {
        for (Message message : toPerson) {
            messages.write(message, message.id());
            deliveryStarter.atOnce(message.id(), Channel.MAIL, person);
        }
    }

    private void gather(String person, List<Message> toPerson) {
        Optional<String> gathering = mailboxes.gathering(person).filter(deliveryStarter::isUnderWay);
        if (gathering.isEmpty()) {
            String batch = UUID.randomUUID().toString();
            mailboxes.gather(person, batch);
            deliveryStarter.gathering(
                    batch, Channel.MAIL, person, clock.instant().plus(window));
        }
        toPerson.forEach(message -> messages.write(message, null));
    }
}
