package dev.convergence.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sends a batch by its channel, unless too many others are at the same target. */
@Component
class Sending {

    /** Where a target is busy; a random time on top keeps those who wait from coming all at once. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(15);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(45);

    private final Messages messages;
    private final Lanes lanes;
    private final Map<Channel, Sender> senders;
    private final Clock clock;

    Sending(Messages messages, Lanes lanes, List<Sender> senders, Clock clock) {
        this.messages = messages;
        this.lanes = lanes;
        this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
        this.clock = clock;
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
        boolean sent = lanes.pass(sender.lane(recipient), () -> sender.send(new Batch(id, channel, recipient, unsent)));
        if (!sent) {
            return Optional.of(
                    clock.instant().plus(wait(ThreadLocalRandom.current().nextDouble())));
        }
        messages.sent(id);
        return Optional.empty();
    }

    private static Duration wait(double chance) {
        return SHORTEST_WAIT.plusMillis(
                (long) (LONGEST_WAIT.minus(SHORTEST_WAIT).toMillis() * chance));
    }
}
