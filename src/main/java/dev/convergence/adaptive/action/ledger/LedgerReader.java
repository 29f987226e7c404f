package dev.convergence.adaptive.action.ledger;

/** Every action, with what caused it, what it changed and who was asked. */
public interface LedgerReader {

    /**
     * Enters an action that a rule asks for, in the transaction of the readings that made it fire; the campaign's lock is
     * held.
     *
     * @return its id; null where the rule has acted on this cause before
     */
    String open(FiredRule firedRule);
}
