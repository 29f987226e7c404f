package dev.convergence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class DebianPostgresConditionTest {

    @TempDir
    private Path versions;

    @Test
    void withPostgresTheTestsRunOnTheNewest() throws Exception {
        install("15", List.of("initdb", "pg_ctl", "createdb", "pg_dump", "pg_restore"));
        install("17", List.of("initdb", "pg_ctl", "createdb", "pg_dump", "pg_restore"));
        install("18", List.of("pg_dump", "pg_restore"));

        assertThat(evaluated(Map.of()).isDisabled()).isFalse();
        assertThat(evaluated(Map.of("CI", "true")).isDisabled()).isFalse();
        assertThat(DebianPostgres.installed(versions))
                .contains(versions.resolve("17").resolve("bin"));
    }

    @Test
    void whoeverSkipsLearnsWhy() {
        assertThat(evaluated(Map.of()).isDisabled()).isTrue();
        assertThat(evaluated(Map.of()).getReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("install the package postgresql"));
    }

    @Test
    void inCiAMissingClientIsAFailure() {
        assertThatThrownBy(() -> evaluated(Map.of("CI", "true"))).hasMessageContaining("pg_dump");
    }

    private ConditionEvaluationResult evaluated(Map<String, String> environment) {
        return new DebianPostgresCondition(environment, DebianPostgres.installed(versions))
                .evaluateExecutionCondition(null);
    }

    private void install(String version, List<String> programs) throws Exception {
        Path bin = Files.createDirectories(versions.resolve(version).resolve("bin"));
        for (String program : programs) {
            assertThat(Files.createFile(bin.resolve(program)).toFile().setExecutable(true))
                    .isTrue();
        }
    }
}
