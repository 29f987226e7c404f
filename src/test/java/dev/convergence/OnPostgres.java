package dev.convergence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the tests of a class, those that it inherits above all, on PostgreSQL instead of H2. All classes that carry it
 * share one context and one database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnPostgres.Database.class)
public @interface OnPostgres {

    /** Gives a context a database of its own. */
    final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + EmbeddedDatabase.freshDatabaseUrl(),
                            "spring.datasource.username=" + EmbeddedDatabase.USER)
                    .applyTo(context);
        }
    }
}
