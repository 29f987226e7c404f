package dev.convergence.engine.job;

import java.sql.Timestamp;
import java.util.Date;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which orphaned jobs are under way; each mark is a transaction of its own, so that it outlives the node. */
@Component
class BegunJobRepository {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BegunJobRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether the job had been begun as an orphan already, and never ended. */
    boolean isBegun(String job) {
        return jdbc.sql("select count(*) from cc_begun_job where job_id = :job")
                        .param("job", job)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void begin(String job, String node, Date now) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("insert into cc_begun_job (job_id, node, begun_at) values (:job, :node, :now)")
                        .param("job", job)
                        .param("node", node)
                        .param("now", new Timestamp(now.getTime()))
                        .update());
    }

    void end(String job) {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from cc_begun_job where job_id = :job")
                .param("job", job)
                .update());
    }
}
