package dev.convergence.people;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Runs every step before the first request is served. Nodes that start together may add the same thing at the same
 * moment; the database lets one of them, and the other looks again and finds it there.
 */
@Component
class PeopleInitializer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleInitializer.class);
    private static final int ATTEMPTS = 5;

    private final List<SetupStep> steps;

    PeopleInitializer(List<SetupStep> steps) {
        this.steps = steps;
    }

    @Override
    public void afterSingletonsInstantiated() {
        steps.forEach(step -> run(step, 1));
    }

    private static void run(SetupStep step, int attempt) {
        try {
            step.run();
        } catch (RuntimeException conflict) {
            if (attempt == ATTEMPTS) {
                throw conflict;
            }
            LOG.debug("Another node may have been faster; trying again", conflict);
            run(step, attempt + 1);
        }
    }
}
