package dev.convergence.notification.chat;

import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.DeliveryStarter;
import dev.convergence.notification.delivery.LinkBuilder;
import dev.convergence.notification.delivery.Message;
import dev.convergence.notification.delivery.MessageRepository;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.notification.delivery.NoticeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes to the chat: what one transaction told, a channel reads in one message. */
@Component
public class ChatMessageWriter {

    private static final int MOST_LINES = 20;

    private final ChatChannelResolver channels;
    private final LinkBuilder linkBuilder;
    private final MessageRepository messages;
    private final DeliveryStarter deliveryStarter;

    ChatMessageWriter(
            ChatChannelResolver channels,
            LinkBuilder linkBuilder,
            MessageRepository messages,
            DeliveryStarter deliveryStarter) {
        this.channels = channels;
        this.linkBuilder = linkBuilder;
        this.messages = messages;
        this.deliveryStarter = deliveryStarter;
    }

    public void post(List<NoticeMessage> told) {
        Map<String, List<NoticeMessage>> byChannel = new LinkedHashMap<>();
        told.forEach(one -> channels.of(one.notice().recipient()).ifPresent(channel -> byChannel
                .computeIfAbsent(channel, name -> new ArrayList<>())
                .add(one)));
        byChannel.forEach(this::post);
    }

    private void post(String channel, List<NoticeMessage> told) {
        List<String> lines = lines(told);
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            String text = String.join("\n", lines.subList(from, Math.min(from + MOST_LINES, lines.size())));
            Message message =
                    Message.of(Channel.CHAT, channel, told.get(0).notice().campaign(), text, null);
            messages.write(message, message.id());
            deliveryStarter.atOnce(message.id(), Channel.CHAT, channel);
        }
    }

    /** A line for each text, whoever was told it. */
    private List<String> lines(List<NoticeMessage> told) {
        Map<String, List<NoticeMessage>> byText = told.stream()
                .collect(Collectors.groupingBy(one -> one.notice().text(), LinkedHashMap::new, Collectors.toList()));
        return byText.values().stream().map(this::line).toList();
    }

    private String line(List<NoticeMessage> same) {
        NoticeMessage first = same.get(0);
        String recipients = same.stream()
                .map(one -> Notice.userIn(one.notice().recipient())
                        .orElse(one.notice().recipient()))
                .distinct()
                .collect(Collectors.joining(", "));
        String link = linkBuilder.to(first.taskId(), first.notice().campaign());
        String text = ChatTextFormatter.plain(recipients + ": " + first.notice().text());
        return link == null ? text : text + " " + link;
    }
}
