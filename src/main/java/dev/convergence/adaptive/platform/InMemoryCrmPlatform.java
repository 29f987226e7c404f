package dev.convergence.adaptive.platform;

import dev.convergence.adaptive.platform.CrmPlatform.Refinement;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plays the CRM for whoever has none at hand. */
@Component
class InMemoryCrmPlatform implements Platform {

    private final ActiveContentRegistry audiences = new ActiveContentRegistry();
    private final InMemoryInbox inMemoryInbox;

    InMemoryCrmPlatform(Clock clock) {
        this.inMemoryInbox = new InMemoryInbox("crm", clock);
    }

    @Override
    public void take(String type, String id, Record instruction) {
        if (instruction instanceof Refinement one) {
            inMemoryInbox.take(
                    type,
                    id,
                    one.campaign(),
                    one,
                    () -> audiences.put(one.campaign(), one.channel(), id, one.number(), one.audience()));
        } else if (instruction instanceof ReversalInstruction one) {
            inMemoryInbox.take(type, id, one.campaign(), one, () -> audiences.takeBack(one));
        }
    }

    InMemoryInbox inbox() {
        return inMemoryInbox;
    }

    Map<String, String> audiences(String campaign) {
        return audiences.active(campaign);
    }
}
