package dev.convergence.notification;

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
class MailPost {

    private final Mailer mailer;
    private final People people;
    private final Links links;
    private final Messages messages;
    private final Mailboxes mailboxes;
    private final Deliveries deliveries;
    private final Duration window;
    private final Clock clock;

    MailPost(
            Mailer mailer,
            People people,
            Links links,
            Messages messages,
            Mailboxes mailboxes,
            Deliveries deliveries,
            MailSettings settings,
            Clock clock) {
        this.mailer = mailer;
        this.people = people;
        this.links = links;
        this.messages = messages;
        this.mailboxes = mailboxes;
        this.deliveries = deliveries;
        this.window = settings.digestWindow();
        this.clock = clock;
    }

    void post(List<Told> told) {
        if (mailer.isOn()) {
            byPerson(told).forEach(window.isZero() ? this::sendEach : this::gather);
        }
    }

    /** What waits for the person belongs to the batch from now on. */
    void close(String person, String batch) {
        mailboxes.close(person, batch);
        messages.gather(Channel.MAIL, person, batch);
    }

    /** In one order of persons, so that two who hold mailboxes never wait for each other. */
    private Map<String, List<Message>> byPerson(List<Told> told) {
        Map<String, List<Person>> reached = new HashMap<>();
        Map<String, List<Message>> byPerson = new TreeMap<>();
        for (Told one : told) {
            String link = links.to(one.taskId(), one.notice().campaign());
            for (Person person : reached.computeIfAbsent(one.notice().recipient(), people::reachedBy)) {
                addOnce(byPerson.computeIfAbsent(person.id(), id -> new ArrayList<>()), person, one.notice(), link);
            }
        }
        return byPerson;
    }

    /** A person may be told the same as a member of a group and in person. */
    private static void addOnce(List<Message> toPerson, Person person, Notice notice, String link) {
        if (toPerson.stream().noneMatch(message -> message.text().equals(notice.text()))) {
            toPerson.add(Message.of(Channel.MAIL, person.id(), notice.campaign(), notice.text(), link));
        }
    }

    private void sendEach(String person, List<Message> toPerson) {
        for (Message message : toPerson) {
            messages.write(message, message.id());
            deliveries.atOnce(message.id(), Channel.MAIL, person);
        }
    }

    private void gather(String person, List<Message> toPerson) {
        Optional<String> gathering = mailboxes.gathering(person).filter(deliveries::isUnderWay);
        if (gathering.isEmpty()) {
            String batch = UUID.randomUUID().toString();
            mailboxes.gather(person, batch);
            deliveries.gathering(batch, Channel.MAIL, person, clock.instant().plus(window));
        }
        toPerson.forEach(message -> messages.write(message, null));
    }
}
