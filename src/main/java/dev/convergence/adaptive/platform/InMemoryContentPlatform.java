package dev.convergence.adaptive.platform;

import dev.convergence.adaptive.platform.ContentPlatform.Publication;
import dev.convergence.adaptive.platform.ContentPlatform.Rotation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plays the content platform for whoever has none at hand. */
@Component
class InMemoryContentPlatform implements Platform {

    private final ActiveContentRegistry creatives = new ActiveContentRegistry();
    private final ActiveContentRegistry variants = new ActiveContentRegistry();
    private final InMemoryInbox inMemoryInbox;

    InMemoryContentPlatform(Clock clock) {
        this.inMemoryInbox = new InMemoryInbox("content", clock);
    }

    @Override
    public void take(String type, String id, Record instruction) {
        if (instruction instanceof Rotation one) {
            inMemoryInbox.take(
                    type,
                    id,
                    one.campaign(),
                    one,
                    () -> creatives.put(one.campaign(), one.channel(), id, one.number(), one.creative()));
        } else if (instruction instanceof Publication one) {
            inMemoryInbox.take(
                    type,
                    id,
                    one.campaign(),
                    one,
                    () -> variants.put(one.campaign(), one.channel(), id, one.number(), one.variants()));
        } else if (instruction instanceof ReversalInstruction one) {
            inMemoryInbox.take(type, id, one.campaign(), one, () -> takeBack(one));
        }
    }

    InMemoryInbox inbox() {
        return inMemoryInbox;
    }

    Map<String, String> creatives(String campaign) {
        return creatives.active(campaign);
    }

    Map<String, List<String>> variants(String campaign) {
        return variants.all(campaign);
    }

    private void takeBack(ReversalInstruction one) {
        creatives.takeBack(one);
        variants.takeBack(one);
    }
}
