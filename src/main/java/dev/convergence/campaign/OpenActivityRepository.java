package dev.convergence.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The activities under way in several process instances, which the engine's own query gives for one instance at a time. */
@Component
class OpenActivityRepository {

    private final JdbcClient jdbc;

    OpenActivityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of the activities in the models, by process instance. One query. */
    Map<String, List<String>> of(Collection<String> instances) {
        Map<String, List<String>> activities = new HashMap<>();
        if (!instances.isEmpty()) {
            jdbc.sql(
                            """
                            select proc_inst_id_, act_id_ from act_hi_actinst
                            where proc_inst_id_ in (:instances) and end_time_ is null order by id_""")
                    .param("instances", instances)
                    .query(row -> {
                        activities
                                .computeIfAbsent(row.getString(1), instance -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return activities;
    }
}
