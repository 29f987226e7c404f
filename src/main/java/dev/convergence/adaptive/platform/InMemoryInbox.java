package dev.convergence.adaptive.platform;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came to one platform that is played from memory. Takes each key once. */
final class InMemoryInbox {

    private final String platform;
    private final Clock clock;
    private final Map<String, ReceivedInstruction> received = new LinkedHashMap<>();

    InMemoryInbox(String platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** Remembers that it came; carries it out the first time. */
    synchronized void take(String type, String id, String campaign, Record instruction, Runnable work) {
        boolean known = received.containsKey(id);
        received.merge(
                id,
                new ReceivedInstruction(platform, type, id, campaign, clock.instant(), 1, instruction),
                (first, next) -> first.again());
        if (!known) {
            work.run();
        }
    }

    synchronized List<ReceivedInstruction> of(String campaign) {
        return received.values().stream()
                .filter(one -> one.campaign().equals(campaign))
                .toList();
    }

    synchronized Collection<String> campaigns() {
        return received.values().stream()
                .map(ReceivedInstruction::campaign)
                .distinct()
                .toList();
    }
}
