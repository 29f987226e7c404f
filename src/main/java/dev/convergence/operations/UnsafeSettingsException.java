package dev.convergence.operations;

import java.util.List;
import java.util.stream.Collectors;

/** A production start was asked for with settings that are missing or unsafe. */
final class UnsafeSettingsException extends RuntimeException {

    UnsafeSettingsException(List<UnsafeSetting> settings) {
        super(settings.stream()
                .map(setting -> "  " + setting.name() + " " + setting.reason())
                .collect(Collectors.joining(
                        "\n", "The production profile does not start with missing or unsafe settings:\n\n", "")));
    }
}
