package dev.convergence.campaign.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.engine.query.OmittedEntry;
import dev.convergence.engine.query.RowReader;
import dev.convergence.problem.JsonFault;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that a campaign keeps as JSON, read one by one: an entry that cannot be read is left out and leaves the others
 * as they are.
 */
public final class StoredListReader {

    private final String kind;
    private final List<JsonNode> entries;

    private StoredListReader(String kind, List<JsonNode> entries) {
        this.kind = kind;
        this.entries = entries;
    }

    /** Makes something of an entry. */
    @FunctionalInterface
    public interface EntryReader<T> {

        T of(JsonNode entry) throws JsonProcessingException;
    }

    /** Empty where the text is no list at all, which is said. */
    public static StoredListReader of(ObjectMapper json, String kind, String text) {
        List<JsonNode> entries = new ArrayList<>();
        try {
            json.readTree(text).forEach(entries::add);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            RowReader.say(new OmittedEntry(kind, "all", "is no JSON"));
        }
        return new StoredListReader(kind, entries);
    }

    public int size() {
        return entries.size();
    }

    /** The entries that can be read. */
    public <T> List<T> read(EntryReader<T> reader) {
        return RowReader.all(kind, entries, StoredListReader::id, entry -> read(entry, reader));
    }

    /** The entries that cannot, as they are stored. */
    <T> List<JsonNode> unreadable(EntryReader<T> reader) {
        return entries.stream().filter(entry -> !isReadable(entry, reader)).toList();
    }

    static String id(JsonNode entry) {
        return entry.path("id").asText(entry.path("channel").asText());
    }

    private static <T> boolean isReadable(JsonNode entry, EntryReader<T> reader) {
        try {
            return read(entry, reader) != null;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static <T> T read(JsonNode entry, EntryReader<T> reader) {
        try {
            return reader.of(entry);
        } catch (JsonMappingException wrong) {
            JsonFault fault = JsonFault.of(wrong);
            throw new OutOfBounds(fault.field() + " " + fault.reason());
        } catch (JsonProcessingException unreadable) {
            throw new OutOfBounds("is no entry");
        }
    }
}
