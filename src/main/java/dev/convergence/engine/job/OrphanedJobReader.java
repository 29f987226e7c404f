package dev.convergence.engine.job;

import java.sql.Timestamp;
import java.util.Date;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs that a node has taken and not given back before its lock on them ended: mostly, because it died. */
@Component
class OrphanedJobReader {

    private final JdbcClient jdbc;

    OrphanedJobReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of those that other nodes have left behind. */
    Set<String> leftBehind(String lockOwner, Date now) {
        return jdbc.sql("select id_ from act_ru_job"
                        + " where lock_owner_ is not null and lock_owner_ <> :own and lock_exp_time_ < :now")
                .param("own", lockOwner)
                .param("now", new Timestamp(now.getTime()))
                .query(String.class)
                .set();
    }
}
