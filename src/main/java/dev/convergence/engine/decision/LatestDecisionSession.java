package dev.convergence.engine.decision;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * The decision tables as they stand in this transaction: asked for once, however many are evaluated. The engine would
 * ask again for each.
 */
public final class LatestDecisionSession implements Session {

    private static final int MOST = 100;

    private Map<String, String> ids;

    /** The id of the latest version, where the decision is among the first 100. */
    Optional<String> id(String decision) {
        if (ids == null) {
            ids = latest();
        }
        return Optional.ofNullable(ids.get(decision));
    }

    private static Map<String, String> latest() {
        return Context.getProcessEngineConfiguration()
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .listPage(0, MOST)
                .stream()
                .collect(Collectors.toMap(DecisionDefinition::getKey, DecisionDefinition::getId));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** One for each transaction. */
    public static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return LatestDecisionSession.class;
        }

        @Override
        public Session openSession() {
            return new LatestDecisionSession();
        }
    }
}
