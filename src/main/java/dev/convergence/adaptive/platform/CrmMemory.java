package dev.convergence.adaptive.platform;

import dev.convergence.adaptive.platform.Crm.Refinement;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plays the CRM for whoever has none at hand. */
@Component
class CrmMemory implements Platform {

    private final Shown audiences = new Shown();
    private final Inbox inbox;

    CrmMemory(Clock clock) {
        this.inbox = new Inbox("crm", clock);
    }

    @Override
    public void take(String type, String id, Record instruction) {
        if (instruction instanceof Refinement one) {
            inbox.take(
                    type,
                    id,
                    one.campaign(),
                    one,
                    () -> audiences.put(one.campaign(), one.channel(), id, one.number(), one.audience()));
        } else if (instruction instanceof TakingBack one) {
            inbox.take(type, id, one.campaign(), one, () -> audiences.takeBack(one));
        }
    }

    Inbox inbox() {
        return inbox;
    }

    Map<String, String> audiences(String campaign) {
        return audiences.active(campaign);
    }
}
