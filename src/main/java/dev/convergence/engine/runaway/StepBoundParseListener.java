package dev.convergence.engine.runaway;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Counts the steps of every process, and how often each of them runs: a circle, processes that call each other, or a
 * step for each of a million would never let go of their thread.
 */
public final class StepBoundParseListener extends AbstractBpmnParseListener {

    private static final ExecutionListener COUNT = step ->
            Context.getCommandContext().getSession(StepCountSession.class).next(step.getCurrentActivityId());

    private final Supplier<ExpressionManager> expressions;

    public StepBoundParseListener(Supplier<ExpressionManager> expressions) {
        this.expressions = expressions;
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        processes.forEach(process -> bound(process.getActivities()));
    }

    private void bound(List<ActivityImpl> steps) {
        for (ActivityImpl step : steps) {
            step.addBuiltInListener(ExecutionListener.EVENTNAME_START, COUNT);
            if (step.getActivityBehavior() instanceof MultiInstanceActivityBehavior loop) {
                bound(loop, step.getId());
            }
            bound(step.getActivities());
        }
    }

    private void bound(MultiInstanceActivityBehavior loop, String step) {
        if (loop.getLoopCardinalityExpression() != null) {
            loop.setLoopCardinalityExpression(bounded(loop.getLoopCardinalityExpression(), step));
        } else if (loop.getCollectionExpression() != null) {
            loop.setCollectionExpression(bounded(loop.getCollectionExpression(), step));
        } else if (loop.getCollectionVariable() != null) {
            loop.setCollectionExpression(
                    bounded(expressions.get().createExpression("${" + loop.getCollectionVariable() + "}"), step));
        }
    }

    private static BoundedLoopExpression bounded(Expression counted, String step) {
        return new BoundedLoopExpression(counted, step);
    }
}
