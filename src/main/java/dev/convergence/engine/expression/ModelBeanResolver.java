package dev.convergence.engine.expression;

import dev.convergence.engine.identity.InstanceOriginResolver;
import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds what a model calls by name: beans that carry {@link ModelBean} and may be reached from there, and no others. */
public final class ModelBeanResolver extends ELResolver {

    private final ListableBeanFactory beans;
    private volatile Map<String, ModelBean> declared;

    public ModelBeanResolver(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !declared().containsKey(property)) {
            return null;
        }
        context.setPropertyResolved(true);
        guard().require(declared().get(property), (VariableScope) context.getContext(VariableScope.class));
        return beans.getBean((String) property);
    }

    private BeanReachGuard guard() {
        return new BeanReachGuard(beans.getBean(InstanceOriginResolver.class));
    }

    /** Asked for late: the beans themselves need the engine, which asks for this object while it starts. */
    private Map<String, ModelBean> declared() {
        if (declared == null) {
            declared = Stream.of(beans.getBeanNamesForAnnotation(ModelBean.class))
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(), name -> beans.findAnnotationOnBean(name, ModelBean.class)));
        }
        return declared;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base == null && declared().containsKey(property)) {
            throw new PropertyNotWritableException("'" + property + "' is a bean; name the variable differently");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }
}
