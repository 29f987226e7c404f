package dev.convergence.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The names of what a task's form asks for. A form belongs to its version of a model, so it is read once. */
final class FormFields {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_TASKS = 1000;

    private record Place(String processDefinitionId, String taskKey) {}

    private final Cache<Place, Optional<Set<String>>> known =
            Caffeine.newBuilder().maximumSize(MOST_TASKS).build();

    /** Empty where the task has no form of this kind. */
    Optional<Set<String>> of(TaskEntity task, CommandContext context) {
        Place place = new Place(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return known.get(place, unknown -> read(task, context));
    }

    private static Optional<Set<String>> read(TaskEntity task, CommandContext context) {
        return task.getTaskDefinition().getCamundaFormDefinitionKey() == null
                ? Optional.empty()
                : context.runWithoutAuthorization(() -> Optional.of(fields(
                        context.getProcessEngineConfiguration().getFormService().getDeployedTaskForm(task.getId()))));
    }

    private static Set<String> fields(InputStream form) {
        try (form) {
            return components(JSON.readTree(form))
                    .filter(FormFields::isAsked)
                    .map(field -> field.path("key").asText().split("\\.", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Groups and their like hold more. */
    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }

    /** What a form only shows is no answer, though a browser may send it. */
    private static boolean isAsked(JsonNode component) {
        return component.hasNonNull("key")
                && !component.path("readonly").asBoolean()
                && !component.path("disabled").asBoolean();
    }
}
