package dev.convergence.adaptive.platform;

import dev.convergence.adaptive.platform.ContentPlatform.Publication;
import dev.convergence.adaptive.platform.ContentPlatform.Rotation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plays the content platform for whoever has none at hand. */
@Component
class ContentMemory implements Platform {

    private final Shown creatives = new Shown();
    private final Shown variants = new Shown();
    private final Inbox inbox;

    ContentMemory(Clock clock) {
        this.inbox = new Inbox("content", clock);
    }

    @Override
    public void take(String type, String id, Record instruction) {
        if (instruction instanceof Rotation one) {
            inbox.take(
                    type,
                    id,
                    one.campaign(),
                    one,
                    () -> creatives.put(one.campaign(), one.channel(), id, one.number(), one.creative()));
        } else if (instruction instanceof Publication one) {
            inbox.take(
                    type,
                    id,
                    one.campaign(),
                    one,
                    () -> variants.put(one.campaign(), one.channel(), id, one.number(), one.variants()));
        } else if (instruction instanceof TakingBack one) {
            inbox.take(type, id, one.campaign(), one, () -> takeBack(one));
        }
    }

    Inbox inbox() {
        return inbox;
    }

    Map<String, String> creatives(String campaign) {
        return creatives.active(campaign);
    }

    Map<String, List<String>> variants(String campaign) {
        return variants.all(campaign);
    }

    private void takeBack(TakingBack one) {
        creatives.takeBack(one);
        variants.takeBack(one);
    }
}
