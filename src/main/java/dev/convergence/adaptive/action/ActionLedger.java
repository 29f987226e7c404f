package dev.convergence.adaptive.action;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ActionLedger implements Ledger {

    private final LedgerTable table;

    ActionLedger(LedgerTable table) {
        this.table = table;
    }

    /** The campaign's lock makes looking before writing enough. */
    @Override
    @Transactional
    public String open(Trigger trigger) {
        if (table.has(trigger.campaign(), trigger.rule(), trigger.cause())) {
            return null;
        }
        String id = UUID.randomUUID().toString();
        table.open(id, trigger);
        return id;
    }
}
