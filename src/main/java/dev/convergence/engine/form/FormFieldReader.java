package dev.convergence.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of a form. */
final class FormFieldReader {

    private static final JsonMapper JSON = new JsonMapper();

    private FormFieldReader() {}

    static List<FormField> read(InputStream form) {
        try (form) {
            List<FormField> fields = new ArrayList<>();
            collect(JSON.readTree(form), false, List.of(), fields);
            return List.copyOf(fields);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Groups and their like hold more; what is said of them holds for that. */
    private static void collect(JsonNode parent, boolean shownOnly, List<String> hiddenWhen, List<FormField> fields) {
        for (JsonNode component : parent.path("components")) {
            boolean shown = shownOnly
                    || component.path("readonly").asBoolean()
                    || component.path("disabled").asBoolean();
            List<String> hidden = with(hiddenWhen, component.path("conditional").path("hide"));
            String variable =
                    component.path("key").asText(component.path("path").asText());
            if (!variable.isBlank()) {
                fields.add(new FormField(variable.split("\\.", 2)[0], shown, component.path("defaultValue"), hidden));
            }
            collect(component, shown, hidden, fields);
        }
    }

    private static List<String> with(List<String> conditions, JsonNode another) {
        List<String> all = new ArrayList<>(conditions);
        if (another.isTextual() && !another.asText().isBlank()) {
            all.add(another.asText());
        }
        return List.copyOf(all);
    }
}
