package dev.convergence.adaptive.reading.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.convergence.adaptive.rule.Observation;
import dev.convergence.engine.query.RowReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The latest applied readings of a series as its row keeps them, the oldest first. */
public final class RecentReadingWindow {

    /** As many have room, however long their ids. */
    public static final int CERTAIN = 20;

    private static final int MOST = 40;
    private static final int LONGEST_TEXT = 8000;
    private static final JsonMapper JSON = new JsonMapper();

    private RecentReadingWindow() {}

    static List<Observation> and(List<Observation> recent, Observation newest) {
        List<Observation> all = new ArrayList<>(recent.subList(Math.max(0, recent.size() - MOST + 1), recent.size()));
        all.add(newest);
        return all;
    }

    /** As many of the latest as have room. */
    static String written(List<Observation> recent) {
        List<Observation> rest = recent;
        String text = text(rest);
        while (text.length() > LONGEST_TEXT) {
            rest = rest.subList(1, rest.size());
            text = text(rest);
        }
        return text;
    }

    private static String text(List<Observation> recent) {
        ArrayNode all = JSON.createArrayNode();
        recent.forEach(one -> all.addArray()
                .add(one.id())
                .add(ChronoUnit.MICROS.between(Instant.EPOCH, one.observedAt()))
                .add(one.value().toPlainString()));
        return all.toString();
    }

    /** @param text null where there are none; a text that cannot be read holds none */
    static List<Observation> read(String text) {
        return RowReader.one("latest readings", String.valueOf(text), () -> observations(text))
                .orElseGet(List::of);
    }

    private static List<Observation> observations(String text) {
        List<Observation> recent = new ArrayList<>();
        if (text != null) {
            tree(text)
                    .forEach(one -> recent.add(new Observation(
                            one.get(0).asText(),
                            Instant.EPOCH.plus(one.get(1).asLong(), ChronoUnit.MICROS),
                            new BigDecimal(one.get(2).asText()))));
        }
        return recent;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
