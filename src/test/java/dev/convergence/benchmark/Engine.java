package dev.convergence.benchmark;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.JdbcTemplate;

/** An engine under measurement, with the database that is its alone. */
record Engine(ProcessEngine engine, JobExecutor executor, JdbcTemplate jdbc) {

    String start(String process, String businessKey, java.util.Map<String, Object> variables) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(process, businessKey, variables)
                .getId();
    }
}
