package dev.convergence.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sends a batch by its channel, unless too many others are at the same target. */
@Component
class BatchSender {

    private final MessageRepository messages;
    private final TargetBulkhead targetBulkhead;
    private final Map<Channel, Sender> senders;

    BatchSender(MessageRepository messages, TargetBulkhead targetBulkhead, List<Sender> senders) {
        this.messages = messages;
        this.targetBulkhead = targetBulkhead;
        this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
    }

    /**
     * Sends what is unsent of a batch.
     *
     * @return when to try again, where the target is busy
     * @throws NotDelivered naming the recipient
     */
    Optional<Instant> send(String id, Channel channel, String recipient) {
        List<Message> unsent = messages.unsent(id);
        if (unsent.isEmpty()) {
            return Optional.empty();
        }
        Sender sender = senders.get(channel);
        return targetBulkhead.pass(
                sender.lane(recipient),
                () -> {
                    sender.send(new Batch(id, channel, recipient, unsent));
                    messages.sent(id);
                    return Optional.empty();
                },
                Optional::of);
    }
}
