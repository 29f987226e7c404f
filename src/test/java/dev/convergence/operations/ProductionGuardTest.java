package dev.convergence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class ProductionGuardTest {

    private static final Map<String, String> SAFE = Map.of(
            "CONVERGENCE_DB_URL", "jdbc:postgresql://database/convergence",
            "CONVERGENCE_DB_USER", "convergence",
            "CONVERGENCE_DB_PASSWORD", "tq7-Vine-harbour",
            "CONVERGENCE_ADMIN_USER", "rosa",
            "CONVERGENCE_ADMIN_PASSWORD", "lk2-Cedar-window");

    @Test
    void startsOnSafeSettings() {
        try (ConfigurableApplicationContext context = start("production", SAFE)) {
            assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                    .isEqualTo("jdbc:postgresql://database/convergence");
            assertThat(context.getEnvironment().getProperty("spring.liquibase.url"))
                    .as("a migration has a connection without the limits of the pool's")
                    .isEqualTo("jdbc:postgresql://database/convergence");
            assertThat(context.getEnvironment().getProperty("spring.liquibase.user"))
                    .isEqualTo("convergence");
            assertThat(context.getEnvironment().getProperty("convergence.admin.user"))
                    .isEqualTo("rosa");
            assertThat(context.getEnvironment().getProperty("convergence.demo.enabled"))
                    .isEqualTo("false");
            assertThat(context.getEnvironment().getProperty("server.address")).isEqualTo("0.0.0.0");
        }
    }

    @Test
    void leavesOtherProfilesAlone() {
        try (ConfigurableApplicationContext context = start("default", Map.of())) {
            assertThat(context.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONVERGENCE_DB_URL",
                "CONVERGENCE_DB_USER",
                "CONVERGENCE_DB_PASSWORD",
                "CONVERGENCE_ADMIN_USER",
                "CONVERGENCE_ADMIN_PASSWORD"
            })
    void refusesWhatIsMissingOrBlank(String setting) {
        Map<String, String> without = new LinkedHashMap<>(SAFE);
        without.remove(setting);

        assertThatThrownBy(() -> start("production", without)).hasMessageEndingWith("\n  " + setting + " is missing");
        assertThatThrownBy(() -> start("production", with(setting, "  ")))
                .hasMessageEndingWith("\n  " + setting + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "CONVERGENCE_DB_URL,         jdbc:h2:mem:convergence,                              must begin with jdbc:postgresql:",
        "CONVERGENCE_DB_URL,         jdbc:postgresql://database/x?password=hidden,         must not carry a user or a password",
        "CONVERGENCE_DB_URL,         jdbc:postgresql://rosa:hidden@database/x,             must not carry a user or a password",
        "CONVERGENCE_DB_USER,        postgres,    is a known default",
        "CONVERGENCE_DB_USER,        sa,          is a known default",
        "CONVERGENCE_DB_PASSWORD,    Postgres,    is a known default",
        "CONVERGENCE_DB_PASSWORD,    password,    is a known default",
        "CONVERGENCE_DB_PASSWORD,    Convergence, is the same as its user name",
        "CONVERGENCE_ADMIN_USER,     admin,       is a known default",
        "CONVERGENCE_ADMIN_USER,     demo,        is a known default",
        "CONVERGENCE_ADMIN_PASSWORD, camunda,     is a known default",
        "CONVERGENCE_ADMIN_PASSWORD, changeme,    is a known default",
        "CONVERGENCE_ADMIN_PASSWORD, rosa,        is the same as its user name",
    })
    void refusesWhatIsUnsafe(String setting, String value, String reason) {
        assertThatThrownBy(() -> start("production", with(setting, value)))
                .hasMessageEndingWith("\n  " + setting + " " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lk2-Cedar",
                "lk2-cedar-window",
                "LK2-CEDAR-WINDOW",
                "lkk-Cedar-window",
                "lk2CedarWindow",
                "lk2-Rosa-window"
            })
    void refusesAFirstPasswordThatTheEngineWouldRefuse(String password) {
        assertThatThrownBy(() -> start("production", with("CONVERGENCE_ADMIN_PASSWORD", password)))
                .hasMessageContaining("CONVERGENCE_ADMIN_PASSWORD is too weak: it needs at least 10 characters");
    }

    @Test
    void refusesDemoData() {
        assertThatThrownBy(() -> start("production", with("convergence.demo.enabled", "true")))
                .hasMessageContaining("convergence.demo.enabled must not be true");
    }

    @Test
    void refusesAClockThatNobodyCompares() {
        assertThatThrownBy(() -> start("production", with("convergence.clock.compared", "false")))
                .hasMessageContaining("convergence.clock.compared must not be false");
        assertThatThrownBy(() -> start("production,replay", SAFE))
                .hasMessageContaining("convergence.clock.compared must not be false");
    }

    @Test
    void refusesAVirtualMachineThatOutlivesItsMemory() {
        ProductionSettings settings = new ProductionSettings(
                "jdbc:postgresql://database/convergence",
                "convergence",
                "tq7-Vine-harbour",
                "rosa",
                "lk2-Cedar-window",
                false,
                true,
                false);

        assertThat(settings.unsafe())
                .singleElement()
                .extracting(UnsafeSetting::name)
                .isEqualTo("-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void namesEverySettingAtOnceAndShowsNoValue(CapturedOutput output) {
        Map<String, String> unsafe = Map.of(
                "CONVERGENCE_DB_URL", "jdbc:h2:mem:quarry",
                "CONVERGENCE_DB_USER", "glacier",
                "CONVERGENCE_DB_PASSWORD", "glacier",
                "CONVERGENCE_ADMIN_USER", "rosa");

        assertThatThrownBy(() -> start("production", unsafe)).isInstanceOf(UnsafeSettingsException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "CONVERGENCE_DB_URL", "CONVERGENCE_DB_PASSWORD")
                .contains("CONVERGENCE_ADMIN_PASSWORD is missing")
                .doesNotContain("CONVERGENCE_ADMIN_USER", "CONVERGENCE_DB_USER")
                .doesNotContain("quarry", "glacier", "rosa")
                .doesNotContain("\tat ");
    }

    @Test
    void keepsUtc() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try (ConfigurableApplicationContext context = start("default", Map.of())) {
            assertThat(TimeZone.getDefault().getRawOffset()).isZero();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new LinkedHashMap<>(SAFE);
        settings.put(setting, value);
        return settings;
    }

    /** Starts with the application's own configuration files and initializers, but without a bean that would connect. */
    private static ConfigurableApplicationContext start(String profile, Map<String, String> settings) {
        SpringApplication application = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .profiles(profile.split(","))
                .build();
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    private static final class Nothing {}
}
