package dev.convergence.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine as it comes: its default configuration, full history, the default job executor, a database of its own. Its
 * generator of ids wants a second connection while the first is held, so each thread needs two.
 */
final class BareEngine implements AutoCloseable {

    private static final int CONNECTIONS = 40;

    private final HikariDataSource source = new HikariDataSource();
    private final ProcessEngine engine;

    BareEngine(String url, StatementLog log, Ticks ticks) {
        source.setJdbcUrl(url);
        source.setMaximumPoolSize(CONNECTIONS);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(log.watch(source));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setBeans(Map.of("ticks", ticks));
        engine = configuration.buildProcessEngine();
    }

    void deploy(String name, BpmnModelInstance model) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(name + ".bpmn", model)
                .deploy();
    }

    Engine engine() {
        return new Engine(
                engine,
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor(),
                new JdbcTemplate(source));
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
