package dev.convergence.adaptive.reading.store;

import dev.convergence.adaptive.reading.ReadingSourcesDecision;
import dev.convergence.adaptive.source.state.SuspensionReason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How a source of a campaign does, while the campaign's lock is held. */
public final class SourceState {

    /** @param id as in the table of sources, or {@link ReadingSourcesDecision#UNKNOWN} */
    public record Key(String campaign, String id) {}

    private final Key key;
    private final boolean stored;
    private final Map<Verdict, Integer> counted = new EnumMap<>(Verdict.class);
    private Instant lastHeardAt;
    private Instant suspendedAt;
    private int goodSince;
    private Instant doubtedAt;
    private SuspensionReason suspensionReason = SuspensionReason.SILENT;
    private boolean silent;
    private boolean watched;

    private SourceState(Key key, boolean stored) {
        this.key = key;
        this.stored = stored;
    }

    public static SourceState fresh(Key key) {
        return new SourceState(key, false);
    }

    static SourceState stored(Key key, Instant lastHeardAt, Instant suspendedAt, int goodSince, Instant doubtedAt) {
        SourceState state = new SourceState(key, true);
        state.lastHeardAt = lastHeardAt;
        state.suspendedAt = suspendedAt;
        state.goodSince = goodSince;
        state.doubtedAt = doubtedAt;
        return state;
    }

    /** @param suspensionReason why it was suspended, where it is: what a person has stopped, no rule starts */
    SourceState suspendedAs(SuspensionReason suspensionReason) {
        this.suspensionReason = suspensionReason;
        return this;
    }

    /** @param silent whether it fell silent, and was not heard since */
    SourceState silent(boolean silent) {
        this.silent = silent;
        return this;
    }

    /** @param watched whether it has a watch; not where it was no source for a while */
    SourceState watched(boolean watched) {
        this.watched = watched;
        return this;
    }

    /** What a reading of good quality changes. */
    public enum Heard {
        /** Nothing that anybody waits for. */
        AS_EVER,
        /** It speaks again, for the first time since it fell silent. */
        AGAIN,
        /** It has spoken so often that its rules act again. */
        RESUMED
    }

    public void count(Verdict verdict) {
        counted.merge(verdict, 1, Integer::sum);
    }

    /** @param resumesAfter null where good readings alone do not end a suspension */
    public Heard good(Instant now, Integer resumesAfter) {
        lastHeardAt = now;
        boolean again = silent;
        silent = false;
        if (!isSuspended() || isRetired()) {
            return Heard.AS_EVER;
        }
        goodSince++;
        if (resumesAfter != null && suspensionReason.endsByRule() && goodSince >= resumesAfter) {
            suspendedAt = null;
            goodSince = 0;
            return Heard.RESUMED;
        }
        return again ? Heard.AGAIN : Heard.AS_EVER;
    }

    /** Whether somebody is to be asked: nobody looks at the source yet, and the campaign goes on with it. */
    public boolean bad(Instant now) {
        goodSince = 0;
        if (isRetired()) {
            return false;
        }
        boolean first = doubtedAt == null;
        doubtedAt = first ? now : doubtedAt;
        return first;
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    private boolean isRetired() {
        return isSuspended() && suspensionReason == SuspensionReason.RETIRED;
    }

    /** Whether it is to be watched from now on: nobody does so yet, and the campaign goes on with it. */
    public boolean joins() {
        boolean joins = !watched && !isRetired();
        watched |= joins;
        return joins;
    }

    boolean isChanged() {
        return !counted.isEmpty();
    }

    public Key key() {
        return key;
    }

    boolean isStored() {
        return stored;
    }

    /** Readings since it was loaded. */
    int counted(Verdict verdict) {
        return counted.getOrDefault(verdict, 0);
    }

    Instant lastHeardAt() {
        return lastHeardAt;
    }

    Instant suspendedAt() {
        return suspendedAt;
    }

    int goodSince() {
        return goodSince;
    }

    Instant doubtedAt() {
        return doubtedAt;
    }

    boolean isSilent() {
        return silent;
    }

    boolean isWatched() {
        return watched;
    }
}
