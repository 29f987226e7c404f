package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class BrowserConditionTest {

    @TempDir
    private Path programs;

    @Test
    void withABrowserTheTestsRun() throws IOException {
        install("chromium");
        install("chromedriver");

        assertThat(evaluated(Map.of()).isDisabled()).isFalse();
        assertThat(evaluated(Map.of("CI", "true")).isDisabled()).isFalse();
    }

    @Test
    void withoutItsDriverABrowserIsOfNoUse() throws IOException {
        install("chromium");

        assertThat(evaluated(Map.of()).isDisabled()).isTrue();
    }

    @Test
    void whoeverSkipsLearnsWhy() {
        assertThat(evaluated(Map.of()).getReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("install", "chromium-driver"));
    }

    @Test
    void inCiAMissingBrowserIsAFailure() {
        assertThatThrownBy(() -> evaluated(Map.of("CI", "true"))).hasMessageContaining("chromium-driver");
    }

    private ConditionEvaluationResult evaluated(Map<String, String> environment) {
        Map<String, String> withPath = new java.util.HashMap<>(environment);
        withPath.put("PATH", programs.toString());
        return new BrowserCondition(withPath).evaluateExecutionCondition(null);
    }

    private void install(String program) throws IOException {
        assertThat(Files.createFile(programs.resolve(program)).toFile().setExecutable(true))
                .isTrue();
    }
}
