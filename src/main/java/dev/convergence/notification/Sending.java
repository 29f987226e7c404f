package dev.convergence.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sends a batch by its channel, unless too many others are at the same target. */
@Component
class Sending {

    private final Messages messages;
    private final Lanes lanes;
    private final Map<Channel, Sender> senders;

    Sending(Messages messages, Lanes lanes, List<Sender> senders) {
        this.messages = messages;
        this.lanes = lanes;
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
        return lanes.pass(
                sender.lane(recipient),
                () -> {
                    sender.send(new Batch(id, channel, recipient, unsent));
                    messages.sent(id);
                    return Optional.empty();
                },
                Optional::of);
    }
}
