package dev.convergence.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

/** Every command that the engine has is thought about: a new one cannot open a door unseen. */
class OutsideCommandCatalogTest {

    private final OutsideCommandCatalog commands = new OutsideCommandCatalog();

    @Test
    void knowsEveryCommandOfTheEngine() {
        TreeSet<String> unknown = new TreeSet<>();
        List<JavaClass> all = commandsOfTheEngine();
        for (JavaClass command : all) {
            if (commands.known(load(command)).isEmpty()) {
                unknown.add(command.getName());
            }
        }

        assertThat(all).hasSizeGreaterThan(300);
        assertThat(unknown)
                .as("need a rule in commands-from-outside.properties")
                .isEmpty();
    }

    @Test
    void refusesACommandThatNobodyHasThoughtAbout() {
        assertThat(commands.ruleOf(Command.class)).isEqualTo(OutsideRule.REFUSED);
    }

    private static List<JavaClass> commandsOfTheEngine() {
        return new ClassFileImporter()
                .importPackagesOf(ProcessEngine.class).stream()
                        .filter(type -> type.isAssignableTo(Command.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .toList();
    }

    private static Class<?> load(JavaClass type) {
        try {
            return Class.forName(type.getName(), false, OutsideCommandCatalogTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
