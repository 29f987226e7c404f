package dev.convergence.engine.query;

/**
 * Something that could not be shown.
 *
 * @param kind what it is, such as {@code campaign}
 * @param key what people know it by
 * @param reason why, in words
 */
public record OmittedEntry(String kind, String key, String reason) {

    @Override
    public String toString() {
        return kind + " " + key + ": " + reason;
    }
}
