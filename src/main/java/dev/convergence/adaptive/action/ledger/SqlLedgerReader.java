package dev.convergence.adaptive.action.ledger;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class SqlLedgerReader implements LedgerReader {

    private final LedgerEntryWriter table;

    SqlLedgerReader(LedgerEntryWriter table) {
        this.table = table;
    }

    /** The campaign's lock makes looking before writing enough. */
    @Override
    @Transactional
    public String open(FiredRule firedRule) {
        if (table.has(firedRule.campaign(), firedRule.rule(), firedRule.cause())) {
            return null;
        }
        String id = UUID.randomUUID().toString();
        table.open(id, firedRule);
        return id;
    }
}
