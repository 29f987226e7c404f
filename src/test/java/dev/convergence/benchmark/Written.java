package dev.convergence.benchmark;

import org.springframework.jdbc.core.JdbcTemplate;

/** What was written to a database since a moment. */
final class Written {

    private final JdbcTemplate jdbc;
    private final long rowsBefore;
    private final String walBefore;

    /** From now on. */
    Written(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.rowsBefore = allRows();
        this.walBefore = jdbc.queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
    }

    long rows() {
        return allRows() - rowsBefore;
    }

    double walBytes() {
        return jdbc.queryForObject(
                "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)", Double.class, walBefore);
    }

    /** Statistics of this thread's connection reach the view when asked to. */
    private long allRows() {
        jdbc.queryForList("select pg_stat_force_next_flush()");
        jdbc.queryForList("select 1");
        return jdbc.queryForObject(
                "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables", Long.class);
    }
}
