package dev.convergence.adaptive.source.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sources that readings may come from, as the decision {@code reading-sources} was deployed last. */
public interface SourceCatalog {

    String DECISION = "reading-sources";

    /** Under this id is kept what comes from sources that are not known. No source is called so. */
    String UNKNOWN = "unknown";

    /**
     * @param owner the group that is asked when its data is bad or missing
     * @param heartbeat how long it may be silent
     * @param resumesAfter after how many good readings in a row its rules act again by themselves, once it was silent;
     *     null where only a person's word ends the suspension
     */
    record Source(String id, String name, String owner, Duration heartbeat, Integer resumesAfter) {}

    Optional<Source> find(String id);

    List<Source> all();
}
