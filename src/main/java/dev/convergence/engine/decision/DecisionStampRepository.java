package dev.convergence.engine.decision;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A number that goes up with each deployment of decisions, on whatever node. */
@Component
public class DecisionStampRepository {

    private final JdbcClient jdbc;

    DecisionStampRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long now() {
        return jdbc.sql("select stamp from cc_decision_stamp").query(Long.class).single();
    }

    /** In the transaction of the deployment. */
    void moveOn() {
        jdbc.sql("update cc_decision_stamp set stamp = stamp + 1").update();
    }
}
