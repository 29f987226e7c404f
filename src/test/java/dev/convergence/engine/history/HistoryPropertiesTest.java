package dev.convergence.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HistoryPropertiesTest {

    @Test
    void removeAtNightAndKeepYears() {
        HistoryProperties properties = bound(Map.of());

        assertThat(properties.enabled()).isTrue();
        assertThat(properties.windowFrom()).isEqualTo(LocalTime.of(22, 0));
        assertThat(properties.windowTo()).isEqualTo(LocalTime.of(4, 0));
        assertThat(properties.zone()).hasToString("Europe/Berlin");
        assertThat(properties.campaigns()).isEqualTo(Duration.ofDays(730));
        assertThat(properties.messages()).isEqualTo(Duration.ofDays(7));
        assertThat(properties.records()).isEqualTo(Duration.ofDays(1095));
    }

    @ParameterizedTest
    @CsvSource({
        "campaigns, 23h, convergence.history.campaigns must be at least 1d",
        "messages, 0s, convergence.history.messages must be at least 1d",
        "records, 700d, convergence.history.records must not be shorter than campaigns",
        "window-to, 22:00, convergence.history.window-to must not be the same as window-from",
    })
    void nameTheSettingThatMakesNoSense(String setting, String value, String reason) {
        assertThatThrownBy(() -> bound(Map.of("convergence.history." + setting, value)))
                .rootCause()
                .hasMessage(reason);
    }

    private static HistoryProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("convergence.history", HistoryProperties.class);
    }
}
