package dev.convergence.notification.mail;

import dev.convergence.notification.delivery.Message;
import dev.convergence.notification.delivery.PlainTextFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Words a mail: one message as itself, several as a digest. */
@Component
class MailTexts {

    private static final int LONGEST_SUBJECT = 120;
    private static final String PARAGRAPH = "\n\n";

    String subject(List<Message> messages) {
        return PlainTextFormatter.line(
                messages.size() == 1 ? subject(messages.get(0)) : digest(messages), LONGEST_SUBJECT);
    }

    String body(List<Message> messages) {
        return messages.size() == 1 ? paragraph(messages.get(0)) : list(messages);
    }

    private static String subject(Message message) {
        return message.campaign() == null ? message.text() : "[%s] %s".formatted(message.campaign(), message.text());
    }

    private static String digest(List<Message> messages) {
        String campaigns = messages.stream()
                .map(Message::campaign)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return "%d messages about %s".formatted(messages.size(), campaigns);
    }

    private static String list(List<Message> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(number -> "%d. %s".formatted(number + 1, paragraph(messages.get(number))))
                .collect(Collectors.joining(PARAGRAPH));
    }

    private static String paragraph(Message message) {
        String text = PlainTextFormatter.line(message.text());
        return message.link() == null ? text : text + PARAGRAPH + message.link();
    }
}
