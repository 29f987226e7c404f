package dev.convergence.operations;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses a production start on missing or unsafe settings, before a bean exists and before anything connects. */
final class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Profiles PRODUCTION = Profiles.of("production");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!environment.acceptsProfiles(PRODUCTION)) {
            return;
        }
        List<UnsafeSetting> unsafe = ProductionSettings.of(environment).unsafe();
        if (!unsafe.isEmpty()) {
            throw new UnsafeSettingsException(unsafe);
        }
    }
}
