package dev.convergence.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One Markdown table. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... headings) {
        row((Object[]) headings);
        lines.add("|" + " --- |".repeat(headings.length));
    }

    void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(text(cell)).append(" |");
        }
        lines.add(line.toString());
    }

    private static String text(Object cell) {
        return cell instanceof Double number
                ? String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.1f", number)
                : String.valueOf(cell);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
