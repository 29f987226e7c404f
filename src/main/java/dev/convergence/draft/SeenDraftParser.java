package dev.convergence.draft;

import dev.convergence.engine.variable.RefusalException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The versions of other tracks that somebody had in front of them, as text: {@code product-track:2, sales-track:1}. */
final class SeenDraftParser {

    /** There was nothing to be seen, which is not the same as saying nothing. */
    static final String NONE = "none";

    private static final Pattern ENTRY = Pattern.compile("\\s*([^\\s:,]+)\\s*:\\s*([1-9]\\d{0,8})\\s*");

    private SeenDraftParser() {}

    static String text(Collection<Draft> seen) {
        return seen.isEmpty()
                ? NONE
                : seen.stream()
                        .map(draft -> draft.track() + ":" + draft.version())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /**
     * The versions by their tracks; empty where the answer does not say.
     *
     * @throws Refusal naming the field, where it is no such text
     */
    static Optional<Map<String, Integer>> in(Map<String, ?> answer) {
        return TrackProcess.SEEN_DRAFTS
                .find(answer)
                .filter(text -> !text.isBlank())
                .map(SeenDraftParser::read);
    }

    private static Map<String, Integer> read(String text) {
        Map<String, Integer> seen = new TreeMap<>();
        if (!NONE.equals(text.strip())) {
            for (String entry : text.split(",", -1)) {
                Matcher read = ENTRY.matcher(entry);
                if (!read.matches() || seen.put(read.group(1), Integer.valueOf(read.group(2))) != null) {
                    throw new RefusalException(
                            TrackProcess.SEEN_DRAFTS.name(),
                            "must name each track once, with a version, as in product-track:2, sales-track:1");
                }
            }
        }
        return seen;
    }
}
