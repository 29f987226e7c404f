package dev.convergence.engine.expression;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;

/** Asks {@link ExpressionReachPolicy} before an expression touches an object. */
final class GuardedResolver extends ELResolver {

    private final ELResolver resolver;

    GuardedResolver(ELResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null && !ExpressionReachPolicy.mayRead(base, property)) {
            throw new PropertyNotFoundException("models may not read '" + property + "' of a " + base.getClass());
        }
        return resolver.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base != null && !ExpressionReachPolicy.mayCall(base, String.valueOf(method))) {
            throw new MethodNotFoundException("models may not call '" + method + "' of a " + base.getClass());
        }
        if (base != null && !ExpressionReachPolicy.isBounded(base, String.valueOf(method), arguments)) {
            throw new MethodNotFoundException("models may not call '" + method
                    + "' like this: it could come to more than the memory holds, or never come back");
        }
        return resolver.invoke(context, base, method, types, arguments);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw new PropertyNotWritableException("models may not set '" + property + "' of a " + base.getClass());
        }
        resolver.setValue(context, null, property, value);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return resolver.getType(context, base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return base != null || resolver.isReadOnly(context, null, property);
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return resolver.getFeatureDescriptors(context, base);
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return resolver.getCommonPropertyType(context, base);
    }
}
