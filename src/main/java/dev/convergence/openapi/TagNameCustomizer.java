package dev.convergence.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Groups operations by what they are about, in words: {@code meeting-load-controller} becomes {@code Meeting load}. */
@Component
class TagNameCustomizer implements GlobalOpenApiCustomizer {

    private static final String CONTROLLER = "-controller";

    @Override
    public void customise(OpenAPI description) {
        TreeMap<String, Tag> tags = new TreeMap<>();
        Optional.ofNullable(description.getTags())
                .orElse(List.of())
                .forEach(tag -> tags.put(words(tag.getName()), tag.name(words(tag.getName()))));
        description.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(operation -> rename(operation, tags));
        description.setTags(List.copyOf(tags.values()));
    }

    private static void rename(Operation operation, TreeMap<String, Tag> tags) {
        operation.setTags(
                operation.getTags().stream().map(TagNameCustomizer::words).toList());
        operation.getTags().forEach(name -> tags.computeIfAbsent(name, unknown -> new Tag().name(name)));
    }

    private static String words(String tag) {
        return StringUtils.capitalize(tag.replace(CONTROLLER, "").replace('-', ' '));
    }
}
