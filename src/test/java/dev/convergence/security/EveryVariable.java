package dev.convergence.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name of every variable that any model, form or bean reads, and a hundred that none does. */
final class EveryVariable {

    private static final int RANDOM_NAMES = 100;
    private static final Pattern IN_JAVA = Pattern.compile(
            "(?:Variable\\.\\w+|new Variable<>|Variable<>)\\(\\s*\"(\\w+)\"|static final String \\w+ =\\s*\"([a-z]\\w*)\"");
    private static final Pattern IN_MODELS = Pattern.compile(
            "(?:source|target|variable|variableName|camunda:resultVariable|camunda:collection|camunda:elementVariable)=\"(\\w+)\""
                    + "|<camunda:(?:input|output)Parameter name=\"(\\w+)\"|\"key\": *\"(\\w+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}|<text>([^<]*)</text>");
    private static final Pattern WORD = Pattern.compile("(?<![.\\w'\"])([a-z]\\w+)(?![\\w('\"])");

    private EveryVariable() {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        files("src/main/java", ".java").forEach(file -> collect(IN_JAVA, file, names));
        Stream.of("bpmn", "forms").forEach(folder -> files(folder, "").forEach(file -> {
            collect(IN_MODELS, file, names);
            EXPRESSION.matcher(file).results().forEach(found -> collect(WORD, found.group(), names));
        }));
        Random random = new Random(11);
        for (int index = 0; index < RANDOM_NAMES; index++) {
            names.add("v" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX));
        }
        return names;
    }

    private static void collect(Pattern pattern, String text, Set<String> names) {
        pattern.matcher(text).results().forEach(found -> {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    names.add(found.group(group));
                }
            }
        });
    }

    private static Stream<String> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .map(EveryVariable::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
