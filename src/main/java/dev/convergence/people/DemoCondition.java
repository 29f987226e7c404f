package dev.convergence.people;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

class DemoCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isDemo(context.getEnvironment());
    }

    static boolean isDemo(Environment environment) {
        return environment.getProperty("convergence.demo.enabled", Boolean.class, false)
                && !environment.acceptsProfiles(Profiles.of("production"));
    }
}
