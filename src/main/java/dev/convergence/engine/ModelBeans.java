package dev.convergence.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds what a model calls by name: beans that carry {@link ModelBean}, and no others. */
final class ModelBeans extends ELResolver {

    private final ListableBeanFactory beans;
    private volatile Set<String> names;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !names().contains(property)) {
            return null;
        }
        context.setPropertyResolved(true);
        return beans.getBean((String) property);
    }

    /** Asked for late: the beans themselves need the engine, which asks for this object while it starts. */
    private Set<String> names() {
        if (names == null) {
            names = Set.of(beans.getBeanNamesForAnnotation(ModelBean.class));
        }
        return names;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base == null && names().contains(property)) {
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
