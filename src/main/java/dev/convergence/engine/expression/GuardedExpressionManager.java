package dev.convergence.engine.expression;

import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * The expressions of deployed models and of queries. Models reach variables and {@link ModelBean}s, the beans first, so
 * that no variable can take the place of a delegate. Queries may ask who and when, nothing else.
 */
public final class GuardedExpressionManager extends JuelExpressionManager {

    private final ModelBeanResolver modelBeanResolver;

    public GuardedExpressionManager(ModelBeanResolver modelBeanResolver) {
        this.modelBeanResolver = modelBeanResolver;
    }

    @Override
    public Expression createExpression(String text) {
        ExpressionBounds.check(text);
        ensureInitialized();
        return new GuardedExpression(createValueExpression(text), this, text);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(modelBeanResolver);
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new BeanELResolver());
        return new GuardedResolver(resolver);
    }
}
