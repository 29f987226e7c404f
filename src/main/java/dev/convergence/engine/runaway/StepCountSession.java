package dev.convergence.engine.runaway;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** How many steps processes have taken in this transaction. */
public final class StepCountSession implements Session {

    private static final int MOST = 10_000;

    private int steps;

    /** @param step the one that begins */
    void next(String step) {
        steps++;
        if (steps > MOST) {
            throw new EndlessProcessException("'" + step + "' is not begun: more than " + MOST
                    + " steps in one go. Let the process wait somewhere, or continue asynchronously (asyncBefore).");
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** One for each transaction. */
    public static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return StepCountSession.class;
        }

        @Override
        public Session openSession() {
            return new StepCountSession();
        }
    }
}
