package dev.convergence.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;

/** The rule of each command of the engine, as {@code commands-from-outside.properties} has it. */
final class OutsideCommandCatalog {

    private static final String ENGINE = "org.camunda.bpm.engine.impl.";

    private final Properties rules = new Properties();

    OutsideCommandCatalog() {
        try (InputStream file = OutsideCommandCatalog.class.getResourceAsStream("/commands-from-outside.properties")) {
            rules.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rule of a command; one of the engine's that nobody has thought about is refused. */
    OutsideRule ruleOf(Class<?> command) {
        return known(command).orElse(OutsideRule.REFUSED);
    }

    /** Empty where the engine has a command that is not in the list. */
    Optional<OutsideRule> known(Class<?> command) {
        if (!command.getName().startsWith(ENGINE) || isQuery(command)) {
            return Optional.of(OutsideRule.PERMITTED);
        }
        String name = command.getName().substring(ENGINE.length()).replaceFirst("\\$\\$Lambda.*", "");
        return Optional.ofNullable(rules.getProperty(name)).map(OutsideRule::valueOf);
    }

    private static boolean isQuery(Class<?> command) {
        return AbstractQuery.class.isAssignableFrom(command) || AbstractNativeQuery.class.isAssignableFrom(command);
    }
}
