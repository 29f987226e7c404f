package dev.convergence.retention;

import java.util.List;

/**
 * A table of ours, and how it shrinks.
 *
 * @param name in lower case
 * @param key the columns of its primary key
 * @param shrinks what makes it shrink
 */
record OwnTable(String name, List<String> key, Shrinking shrinks) {

    /** What makes a table shrink. */
    enum Shrinking {
        /** Its rows have the key of a campaign, and go with it. */
        WITH_CAMPAIGN,
        /** What has no campaign, or is over, goes after a time: see {@link LooseRowCleaner}. */
        BY_AGE,
        /** It has a row for each person, wait or job that there is now, and whoever writes it takes them out. */
        BY_ITS_WRITER,
        /** It has one row. */
        NEVER
    }

    static OwnTable withCampaign(String name, String... key) {
        return new OwnTable(name, List.of(key), Shrinking.WITH_CAMPAIGN);
    }

    static OwnTable byAge(String name) {
        return new OwnTable(name, List.of(), Shrinking.BY_AGE);
    }

    static OwnTable byItsWriter(String name) {
        return new OwnTable(name, List.of(), Shrinking.BY_ITS_WRITER);
    }

    static OwnTable never(String name) {
        return new OwnTable(name, List.of(), Shrinking.NEVER);
    }

    /** Removes at most so many rows of one campaign: two parameters, the campaign's key and the number. */
    String removal() {
        String columns = String.join(", ", key);
        return "delete from %s where (%s) in (select %s from %s where campaign_key = ? fetch first ? rows only)"
                .formatted(name, columns, columns, name);
    }
}
