package dev.convergence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a date from one reading to the next. */
class FeedDiffTest {

    private static final Instant NOW = Instant.parse("2041-03-04T08:00:00Z");
    private static final Instant AHEAD = NOW.plus(Duration.ofDays(3));
    private static final Instant PASSED = NOW.minus(Duration.ofDays(3));
    private static final Instant LONG_PASSED = NOW.minus(Duration.ofDays(31));
    private static final String CAMPAIGN = "spring";
    private static final String UID = EntryUidGenerator.of(CAMPAIGN, EntryKind.GATE, "ready");

    @Test
    void tellsWhatIsNew() {
        FeedDiff feedDiff = telling(entry(AHEAD, EntryState.EXPECTED), null);

        assertThat(feedDiff.added()).containsExactly(feedDiff.told().get(UID));
        assertThat(feedDiff.told().get(UID).sequence()).isZero();
        assertThat(feedDiff.told().get(UID).modifiedAt()).isEqualTo(NOW);
    }

    @Test
    void hasNoNewsOfWhatIsTheSame() {
        PublishedEntry before = told(AHEAD, EntryState.EXPECTED, 4);

        FeedDiff feedDiff = telling(entry(AHEAD, EntryState.EXPECTED), before);

        assertThat(feedDiff.isNews()).isFalse();
        assertThat(feedDiff.told().get(UID)).isSameAs(before);
    }

    @Test
    void countsAMove() {
        FeedDiff feedDiff = telling(entry(AHEAD, EntryState.EXPECTED), told(PASSED, EntryState.EXPECTED, 4));

        assertThat(feedDiff.changed()).hasSize(1);
        assertThat(feedDiff.told().get(UID).sequence()).isEqualTo(5);
    }

    @Test
    void countsNoOtherWording() {
        FeedDiff feedDiff = telling(entry(AHEAD, EntryState.REACHED), told(AHEAD, EntryState.EXPECTED, 4));

        assertThat(feedDiff.told().get(UID).sequence()).isEqualTo(4);
        assertThat(feedDiff.told().get(UID).modifiedAt()).isEqualTo(NOW);
        assertThat(feedDiff.changed()).hasSize(1);
    }

    @Test
    void countsWhatIsCalledOffAndPutBack() {
        PublishedEntry off = telling(entry(AHEAD, EntryState.CANCELLED), told(AHEAD, EntryState.EXPECTED, 4))
                .told()
                .get(UID);
        PublishedEntry back =
                telling(entry(AHEAD, EntryState.EXPECTED), off).told().get(UID);

        assertThat(off.isCancelled()).isTrue();
        assertThat(off.sequence()).isEqualTo(5);
        assertThat(back.isCancelled()).isFalse();
        assertThat(back.sequence()).isEqualTo(6);
    }

    @Test
    void keepsToItselfWhatNobodyHeardOf() {
        assertThat(telling(entry(AHEAD, EntryState.CANCELLED), null).isNews()).isFalse();
        assertThat(telling(entry(LONG_PASSED, EntryState.REACHED), null).isNews())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(EntryState.class)
    void remembersWhatItCalledOffWhileTheCampaignRuns(EntryState state) {
        PublishedEntry after = lost(told(LONG_PASSED, state, 4), Set.of(CAMPAIGN), Set.of())
                .told()
                .get(UID);

        assertThat(after.isCancelled()).isTrue();
        assertThat(after.sequence()).isEqualTo(state == EntryState.CANCELLED ? 4 : 5);
    }

    @Test
    void callsOffWhatLayAheadOfACampaignThatIsOver() {
        FeedDiff feedDiff = lost(told(AHEAD, EntryState.EXPECTED, 4), Set.of(), Set.of(CAMPAIGN));

        assertThat(feedDiff.told().get(UID).isCancelled()).isTrue();
        assertThat(feedDiff.told().get(UID).sequence()).isEqualTo(5);
        assertThat(feedDiff.forgotten()).isEmpty();
    }

    @Test
    void forgetsWhatHadPassedOfACampaignThatIsOver() {
        assertThat(lost(told(PASSED, EntryState.EXPECTED, 4), Set.of(), Set.of(CAMPAIGN))
                        .forgotten())
                .containsExactly(UID);
        assertThat(lost(told(AHEAD, EntryState.REACHED, 4), Set.of(), Set.of(CAMPAIGN))
                        .forgotten())
                .containsExactly(UID);
    }

    @Test
    void saysNothingOfACampaignThatItDidNotLookAt() {
        FeedDiff feedDiff = lost(told(AHEAD, EntryState.EXPECTED, 4), Set.of(), Set.of());

        assertThat(feedDiff.isNews()).isFalse();
        assertThat(feedDiff.told()).containsKey(UID);
    }

    @Test
    void showsNeitherWhatIsLongPastNorWhatWasCalledOffLongAgo() {
        assertThat(FeedDiff.isShown(told(PASSED, EntryState.REACHED, 0), NOW)).isTrue();
        assertThat(FeedDiff.isShown(told(LONG_PASSED, EntryState.REACHED, 0), NOW))
                .isFalse();
        PublishedEntry off = told(AHEAD, EntryState.CANCELLED, 0);
        assertThat(FeedDiff.isShown(off, NOW.plus(Duration.ofDays(29)))).isTrue();
        assertThat(FeedDiff.isShown(off, NOW.plus(Duration.ofDays(31)))).isFalse();
    }

    @Test
    void knowsADateByItsCampaignItsKindAndItsElement() {
        assertThat(EntryUidGenerator.of("a", EntryKind.GATE, "b"))
                .isEqualTo(EntryUidGenerator.of("a", EntryKind.GATE, "b"));
        assertThat(Set.of(
                        EntryUidGenerator.of("a", EntryKind.GATE, "b"),
                        EntryUidGenerator.of("a", EntryKind.MILESTONE, "b"),
                        EntryUidGenerator.of("a", EntryKind.GATE, "c"),
                        EntryUidGenerator.of("b", EntryKind.GATE, "b")))
                .hasSize(4);
    }

    private static FeedDiff telling(CalendarEntry present, PublishedEntry before) {
        return FeedDiff.of(
                new CalendarEntryReader.Present(Map.of(UID, present), Set.of(CAMPAIGN)),
                before == null ? Map.of() : Map.of(UID, before),
                Set.of(),
                NOW);
    }

    private static FeedDiff lost(PublishedEntry before, Set<String> running, Set<String> over) {
        return FeedDiff.of(new CalendarEntryReader.Present(Map.of(), running), Map.of(UID, before), over, NOW);
    }

    private static PublishedEntry told(Instant due, EntryState state, int sequence) {
        CalendarEntry entry = entry(due, state);
        return new PublishedEntry(
                UID, CAMPAIGN, entry.kind(), entry.slot(), entry.summary(), entry.textHash(), sequence, state, NOW);
    }

    private static CalendarEntry entry(Instant due, EntryState state) {
        return new CalendarEntry(
                UID,
                CAMPAIGN,
                EntryKind.GATE,
                TimeSlot.before(due),
                state,
                "Spring: Gate",
                "Planned.",
                Optional.empty(),
                Assignees.NOBODY);
    }
}
