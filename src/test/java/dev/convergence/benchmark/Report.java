package dev.convergence.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables under their titles, kept in a file from the first one on: whoever stops a run has what it measured. */
final class Report {

    private final Path file;
    private final StringBuilder text = new StringBuilder();

    Report(Path file) {
        this.file = file;
    }

    void tell(String title, Table table) {
        text.append("\n### ").append(title).append("\n\n").append(table).append('\n');
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
