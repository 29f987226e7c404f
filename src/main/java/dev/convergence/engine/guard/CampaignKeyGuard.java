package dev.convergence.engine.guard;

import dev.convergence.engine.identity.InstanceOriginResolver;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A built-in listener on the start of every process of every model. What carries a campaign's business key is taken for a
 * part of it, wherever campaigns are read: so only the campaign's own tree, and what the product starts for it, may.
 */
public final class CampaignKeyGuard extends AbstractBpmnParseListener {

    private final Supplier<InstanceOriginResolver> origins;

    public CampaignKeyGuard(Supplier<InstanceOriginResolver> origins) {
        this.origins = origins;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::started);
    }

    private void started(DelegateExecution begun) {
        String key = begun.getProcessBusinessKey();
        if (key != null && !origins.get().mayCarry((ExecutionEntity) begun, key)) {
            throw new CampaignKeyInUseException(key);
        }
    }
}
