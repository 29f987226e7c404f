package dev.convergence.engine.variable;

import java.time.Instant;
import java.util.Date;

/** The engine's dates as the rest of the application counts time. */
public final class EngineTimeConverter {

    private EngineTimeConverter() {}

    /** The moment; null where the engine has none. */
    public static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
