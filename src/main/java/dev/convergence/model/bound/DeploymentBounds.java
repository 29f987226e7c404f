package dev.convergence.model.bound;

import dev.convergence.model.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a deployment is small enough to be read: by what stands in its files, not by what they mean. */
@Component
public class DeploymentBounds {

    private static final List<String> XML = List.of(".bpmn", ".bpmn20.xml", ".dmn", ".dmn11.xml");
    private static final String FORM = ".form";
    private static final String ALL = "the deployment";

    private final ModelBoundsProperties bounds;

    DeploymentBounds(ModelBoundsProperties bounds) {
        this.bounds = bounds;
    }

    /** All that is too large or cannot be read, by file; empty where nothing is. */
    public List<Finding> findings(Map<String, byte[]> files) {
        List<Finding> together = together(files);
        return together.isEmpty()
                ? files.entrySet().stream()
                        .flatMap(file -> findings(file.getKey(), file.getValue()))
                        .toList()
                : together;
    }

    private List<Finding> together(Map<String, byte[]> files) {
        long bytes =
                files.values().stream().mapToLong(content -> content.length).sum();
        if (files.size() > bounds.files()) {
            return List.of(new Finding(ALL, ALL, "has more than " + bounds.files() + " files: deploy it in parts"));
        }
        return bytes > bounds.deployment().toBytes()
                ? List.of(new Finding(
                        ALL, ALL, "has more than " + bounds.deployment().toBytes() + " bytes: deploy it in parts"))
                : List.of();
    }

    private Stream<Finding> findings(String file, byte[] content) {
        return fault(file.toLowerCase(Locale.ROOT), content).map(fault -> new Finding(file, file, fault)).stream();
    }

    private Optional<String> fault(String name, byte[] content) {
        if (content.length > bounds.file().toBytes()) {
            return Optional.of("is longer than " + bounds.file().toBytes() + " bytes: divide it into several");
        }
        if (XML.stream().anyMatch(name::endsWith)) {
            return XmlStructureValidator.faultOf(content, bounds);
        }
        return name.endsWith(FORM) ? JsonStructureValidator.faultOf(content, bounds) : Optional.empty();
    }
}
