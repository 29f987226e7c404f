package dev.convergence.retention;

import dev.convergence.engine.history.HistoryProperties;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine writes and never removes: its metrics, and the log of operations on what is no process, such as users
 * and deployments.
 */
@Component
class EngineLeftoverCleaner {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final HistoryService history;
    private final ManagementService management;
    private final HistoryProperties kept;
    private final Clock clock;

    EngineLeftoverCleaner(
            JdbcClient jdbc,
            HistoryService history,
            ManagementService management,
            HistoryProperties kept,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.management = management;
        this.kept = kept;
        this.clock = clock;
    }

    void removeOld() {
        Instant oldest = clock.instant().minus(kept.campaigns());
        management.deleteMetrics(Date.from(oldest));
        jdbc.sql(
                        """
                        select id_ from act_hi_op_log
                        where root_proc_inst_id_ is null and removal_time_ is null and timestamp_ < ?
                        order by timestamp_ fetch first ? rows only""")
                .params(Timestamp.from(oldest), MOST)
                .query(String.class)
                .list()
                .forEach(history::deleteUserOperationLogEntry);
    }
}
