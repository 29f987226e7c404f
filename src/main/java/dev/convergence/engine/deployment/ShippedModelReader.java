package dev.convergence.engine.deployment;

import dev.convergence.model.DecisionReader;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.ProcessReader;
import dev.convergence.model.ProcessSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that ship with the application, as they are written there. */
@Component
public class ShippedModelReader {

    static final String PROCESSES = "classpath*:bpmn/**/*.bpmn";
    static final String DECISIONS = "classpath*:bpmn/**/*.dmn";

    private final Set<String> processes;
    private final Map<String, DecisionSource> decisions;
    private final Set<String> messages;

    ShippedModelReader(ResourcePatternResolver resources) {
        processes = read(resources, PROCESSES, ProcessReader::read)
                .map(ProcessSource::id)
                .collect(Collectors.toUnmodifiableSet());
        messages = read(resources, PROCESSES, (file, content) -> ProcessReader.messages(content))
                .collect(Collectors.toUnmodifiableSet());
        decisions = read(resources, DECISIONS, DecisionReader::read)
                .collect(Collectors.toUnmodifiableMap(DecisionSource::id, Function.identity()));
    }

    /** By their ids. */
    public Set<String> processes() {
        return processes;
    }

    /** By their ids. */
    Map<String, DecisionSource> decisions() {
        return decisions;
    }

    /** The names of all that the application tells its processes. */
    Set<String> messages() {
        return messages;
    }

    private static <T> Stream<T> read(
            ResourcePatternResolver resources, String pattern, BiFunction<String, InputStream, List<T>> reader) {
        try {
            return Arrays.stream(resources.getResources(pattern)).flatMap(file -> read(file, reader).stream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> List<T> read(Resource file, BiFunction<String, InputStream, List<T>> reader) {
        try (InputStream content = file.getInputStream()) {
            return reader.apply(file.getFilename(), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
