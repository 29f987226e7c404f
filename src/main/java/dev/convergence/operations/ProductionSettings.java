package dev.convergence.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.core.env.Environment;

/**
 * What a production start rests on. Read where the application itself will read it, named in messages as the variables
 * that an operator sets.
 */
record ProductionSettings(
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String adminUser,
        String adminPassword,
        boolean demoData,
        boolean comparesClock,
        boolean exitsOutOfMemory) {

    private static final Set<String> DEFAULT_NAMES =
            Set.of("admin", "administrator", "camunda", "changeme", "demo", "postgres", "root", "sa");

    private static final Set<String> DEFAULT_PASSWORDS = Set.of(
            "change-me",
            "change_me",
            "changeit",
            "convergence",
            "default",
            "example",
            "guest",
            "letmein",
            "pass",
            "password",
            "replace-me",
            "secret",
            "test",
            "user");

    private static final String ADMIN_PASSWORD = "CONVERGENCE_ADMIN_PASSWORD";

    private static final Pattern CREDENTIALS_IN_URL = Pattern.compile("(?i)[?&](user|password)=|//[^/?]*@");

    static ProductionSettings of(Environment environment) {
        return new ProductionSettings(
                environment.getProperty("spring.datasource.url", ""),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""),
                environment.getProperty("convergence.admin.user", ""),
                environment.getProperty("convergence.admin.password", ""),
                environment.getProperty("convergence.demo.enabled", Boolean.class, false),
                environment.getProperty("convergence.clock.compared", Boolean.class, true),
                OutOfMemoryExitDetector.isOn());
    }

    /** Every setting that is missing or unsafe, in the order of the documentation; empty if the start is safe. */
    List<UnsafeSetting> unsafe() {
        List<UnsafeSetting> found = new ArrayList<>();
        checkUrl(found);
        checkUser(found, "CONVERGENCE_DB_USER", databaseUser);
        checkPassword(found, "CONVERGENCE_DB_PASSWORD", databasePassword, databaseUser);
        checkUser(found, "CONVERGENCE_ADMIN_USER", adminUser);
        checkPassword(found, ADMIN_PASSWORD, adminPassword, adminUser);
        checkPolicy(found);
        if (demoData) {
            found.add(new UnsafeSetting("convergence.demo.enabled", "must not be true: demo logins are public"));
        }
        if (!comparesClock) {
            found.add(new UnsafeSetting(
                    "convergence.clock.compared",
                    "must not be false: a node whose clock is wrong would fire timers at the wrong time"));
        }
        if (!exitsOutOfMemory) {
            found.add(new UnsafeSetting(
                    OutOfMemoryExitDetector.OPTION,
                    "is missing among the options of java (JAVA_TOOL_OPTIONS): out of memory, the process would stay,"
                            + " deaf, instead of being started again"));
        }
        return found;
    }

    private void checkUrl(List<UnsafeSetting> found) {
        String name = "CONVERGENCE_DB_URL";
        if (databaseUrl.isBlank()) {
            found.add(new UnsafeSetting(name, "is missing"));
        } else if (!databaseUrl.startsWith("jdbc:postgresql:")) {
            found.add(new UnsafeSetting(name, "must begin with jdbc:postgresql:"));
        } else if (CREDENTIALS_IN_URL.matcher(databaseUrl).find()) {
            found.add(new UnsafeSetting(name, "must not carry a user or a password"));
        }
    }

    private static void checkUser(List<UnsafeSetting> found, String name, String value) {
        if (value.isBlank()) {
            found.add(new UnsafeSetting(name, "is missing"));
        } else if (DEFAULT_NAMES.contains(normalised(value))) {
            found.add(new UnsafeSetting(name, "is a known default"));
        }
    }

    private static void checkPassword(List<UnsafeSetting> found, String name, String value, String user) {
        if (value.isBlank()) {
            found.add(new UnsafeSetting(name, "is missing"));
        } else if (normalised(value).equals(normalised(user))) {
            found.add(new UnsafeSetting(name, "is the same as its user name"));
        } else if (isDefaultPassword(normalised(value))) {
            found.add(new UnsafeSetting(name, "is a known default"));
        }
    }

    /** The engine refuses what its policy does not allow, late and with a stack trace. */
    private void checkPolicy(List<UnsafeSetting> found) {
        boolean named = found.stream().anyMatch(setting -> setting.name().equals(ADMIN_PASSWORD));
        UserEntity admin = new UserEntity(adminUser);
        if (!named
                && new DefaultPasswordPolicyImpl()
                        .getRules().stream().anyMatch(rule -> !rule.execute(adminPassword, admin))) {
            found.add(new UnsafeSetting(
                    ADMIN_PASSWORD,
                    "is too weak: it needs at least 10 characters, among them a small and a capital letter, a digit and a"
                            + " special character, and must not contain the user's name"));
        }
    }

    private static boolean isDefaultPassword(String password) {
        return DEFAULT_PASSWORDS.contains(password) || DEFAULT_NAMES.contains(password);
    }

    private static String normalised(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** Holds secrets, so it does not print itself. */
    @Override
    public String toString() {
        return "ProductionSettings";
    }
}
