package dev.convergence.engine.clock;

import java.time.Instant;

/** Is told each time that the database has said what time it is. */
public interface DatabaseTimeListener {

    /** @param now the time by the database's clock, whatever this node's says */
    void databaseTimeRead(Instant now);
}
