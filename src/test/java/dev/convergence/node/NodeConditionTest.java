package dev.convergence.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class NodeConditionTest {

    @TempDir
    private Path programs;

    @Test
    void runsTheTestsWhereNodeIs() throws IOException {
        install("node");
        install("npm");

        assertThat(evaluated(Map.of("CI", "true")).isDisabled()).isFalse();
    }

    @Test
    void skipsThemAndSaysWhyWhereItIsNot() throws IOException {
        install("node");

        assertThat(evaluated(Map.of()).isDisabled()).isTrue();
        assertThat(evaluated(Map.of()).getReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("install", "npm"));
    }

    @Test
    void failsThemInCi() {
        assertThatThrownBy(() -> evaluated(Map.of("CI", "true"))).hasMessageContaining("nodejs");
    }

    private ConditionEvaluationResult evaluated(Map<String, String> environment) {
        Map<String, String> withPath = new HashMap<>(environment);
        withPath.put("PATH", programs.toString());
        return new NodeCondition(withPath).evaluateExecutionCondition(null);
    }

    private void install(String program) throws IOException {
        assertThat(Files.createFile(programs.resolve(program)).toFile().setExecutable(true))
                .isTrue();
    }
}
