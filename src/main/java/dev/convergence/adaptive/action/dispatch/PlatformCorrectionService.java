package dev.convergence.adaptive.action.dispatch;

import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.adaptive.platform.AdPlatform;
import dev.convergence.adaptive.platform.PlatformFailedException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Brings the ad platform in step with the books once an action was given back: it may have taken the action although
 * nobody heard its yes; or some of the money could not go back, and the platform was never told of that.
 */
@Component
class PlatformCorrectionService {

    private final LedgerRepository entries;
    private final AdPlatform ads;

    PlatformCorrectionService(LedgerRepository entries, AdPlatform ads) {
        this.entries = entries;
        this.ads = ads;
    }

    /** Says the same under the same keys however often it is tried; nothing where the two agree. */
    void tell(String campaign, String id) {
        LedgerEntry action = entries.require(campaign, id);
        if (action.givenBack() == null) {
            return;
        }
        if (action.toldAt() != null && takes(action)) {
            move(action, action.to(), action.from(), action.givenBack());
        } else {
            move(action, action.from(), action.to(), action.amount().subtract(action.givenBack()));
        }
    }

    /** It cannot be asked whether it has taken the action; told once more under the same key, it has by then. */
    private boolean takes(LedgerEntry action) {
        try {
            hand(PlatformDispatcher.budgetMove(action, entries.number(action.id())));
            return true;
        } catch (PlatformFailedException failure) {
            if (failure.isFinal()) {
                return false;
            }
            throw failure;
        }
    }

    private void move(LedgerEntry action, String from, String to, BigDecimal amount) {
        if (amount.signum() > 0) {
            hand(new AdPlatform.BudgetMove(
                    key(action),
                    entries.givenBackNumber(action.id()),
                    action.campaign(),
                    from,
                    to,
                    amount,
                    action.budgetGivenBack()));
        }
    }

    /** Where too many others are at the platform, it is tried again like what failed. */
    private void hand(AdPlatform.BudgetMove move) {
        if (!ads.move(move, () -> true).taken()) {
            throw new PlatformFailedException("ad platform", "too many others are at it", false);
        }
    }

    private static String key(LedgerEntry action) {
        return UUID.nameUUIDFromBytes(("give back " + action.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
