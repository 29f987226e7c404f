package dev.convergence.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class DemoTest {

    @ParameterizedTest
    @CsvSource({"true, default, true", "false, default, false", ", default, false", "true, production, false"})
    void isOnWhereItIsAskedForAndNeverInProduction(String enabled, String profile, boolean demo) {
        MockEnvironment environment = environment(enabled, profile);

        assertThat(DemoCondition.isDemo(environment)).isEqualTo(demo);
        assertThat(policyOf(environment)).isEqualTo(!demo);
    }

    @Test
    void namesEveryLoginAndThreeLinks() {
        assertThat(DemoWelcomeListener.text("http://localhost:1234"))
                .contains(
                        "http://localhost:1234/camunda/app/tasklist/",
                        "http://localhost:1234/camunda/app/cockpit/",
                        "http://localhost:1234/v3/api-docs")
                .contains("product", "marketing", "creative", "sales", "analytics", "legal", "support")
                .contains("campaign-manager ", "sponsor ", "manager ", "process-owner ", "operator ", "admin ");
    }

    private static boolean policyOf(MockEnvironment environment) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        new PasswordPolicyConfiguration().passwordPolicy(environment).preInit(configuration);
        return configuration.isEnablePasswordPolicy();
    }

    private static MockEnvironment environment(String enabled, String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        if (enabled != null) {
            environment.setProperty("convergence.demo.enabled", enabled);
        }
        return environment;
    }
}
