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
class TellingTest {

    private static final Instant NOW = Instant.parse("2041-03-04T08:00:00Z");
    private static final Instant AHEAD = NOW.plus(Duration.ofDays(3));
    private static final Instant PASSED = NOW.minus(Duration.ofDays(3));
    private static final Instant LONG_PASSED = NOW.minus(Duration.ofDays(31));
    private static final String CAMPAIGN = "spring";
    private static final String UID = EntryUid.of(CAMPAIGN, EntryKind.GATE, "ready");

    @Test
    void tellsWhatIsNew() {
        Telling telling = telling(entry(AHEAD, EntryState.EXPECTED), null);

        assertThat(telling.added()).containsExactly(telling.told().get(UID));
        assertThat(telling.told().get(UID).sequence()).isZero();
        assertThat(telling.told().get(UID).modifiedAt()).isEqualTo(NOW);
    }

    @Test
    void hasNoNewsOfWhatIsTheSame() {
        ToldEntry before = told(AHEAD, EntryState.EXPECTED, 4);

        Telling telling = telling(entry(AHEAD, EntryState.EXPECTED), before);

        assertThat(telling.isNews()).isFalse();
        assertThat(telling.told().get(UID)).isSameAs(before);
    }

    @Test
    void countsAMove() {
        Telling telling = telling(entry(AHEAD, EntryState.EXPECTED), told(PASSED, EntryState.EXPECTED, 4));

        assertThat(telling.changed()).hasSize(1);
        assertThat(telling.told().get(UID).sequence()).isEqualTo(5);
    }

    @Test
    void countsNoOtherWording() {
        Telling telling = telling(entry(AHEAD, EntryState.REACHED), told(AHEAD, EntryState.EXPECTED, 4));

        assertThat(telling.told().get(UID).sequence()).isEqualTo(4);
        assertThat(telling.told().get(UID).modifiedAt()).isEqualTo(NOW);
        assertThat(telling.changed()).hasSize(1);
    }

    @Test
    void countsWhatIsCalledOffAndPutBack() {
        ToldEntry off = telling(entry(AHEAD, EntryState.CANCELLED), told(AHEAD, EntryState.EXPECTED, 4))
                .told()
                .get(UID);
        ToldEntry back = telling(entry(AHEAD, EntryState.EXPECTED), off).told().get(UID);

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
        ToldEntry after = lost(told(LONG_PASSED, state, 4), Set.of(CAMPAIGN), Set.of())
                .told()
                .get(UID);

        assertThat(after.isCancelled()).isTrue();
        assertThat(after.sequence()).isEqualTo(state == EntryState.CANCELLED ? 4 : 5);
    }

    @Test
    void callsOffWhatLayAheadOfACampaignThatIsOver() {
        Telling telling = lost(told(AHEAD, EntryState.EXPECTED, 4), Set.of(), Set.of(CAMPAIGN));

        assertThat(telling.told().get(UID).isCancelled()).isTrue();
        assertThat(telling.told().get(UID).sequence()).isEqualTo(5);
        assertThat(telling.forgotten()).isEmpty();
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
        Telling telling = lost(told(AHEAD, EntryState.EXPECTED, 4), Set.of(), Set.of());

        assertThat(telling.isNews()).isFalse();
        assertThat(telling.told()).containsKey(UID);
    }

    @Test
    void showsNeitherWhatIsLongPastNorWhatWasCalledOffLongAgo() {
        assertThat(Telling.isShown(told(PASSED, EntryState.REACHED, 0), NOW)).isTrue();
        assertThat(Telling.isShown(told(LONG_PASSED, EntryState.REACHED, 0), NOW))
                .isFalse();
        ToldEntry off = told(AHEAD, EntryState.CANCELLED, 0);
        assertThat(Telling.isShown(off, NOW.plus(Duration.ofDays(29)))).isTrue();
        assertThat(Telling.isShown(off, NOW.plus(Duration.ofDays(31)))).isFalse();
    }

    @Test
    void knowsADateByItsCampaignItsKindAndItsElement() {
        assertThat(EntryUid.of("a", EntryKind.GATE, "b")).isEqualTo(EntryUid.of("a", EntryKind.GATE, "b"));
        assertThat(Set.of(
                        EntryUid.of("a", EntryKind.GATE, "b"),
                        EntryUid.of("a", EntryKind.MILESTONE, "b"),
                        EntryUid.of("a", EntryKind.GATE, "c"),
                        EntryUid.of("b", EntryKind.GATE, "b")))
                .hasSize(4);
    }

    private static Telling telling(CalendarEntry present, ToldEntry before) {
        return Telling.of(
                new CalendarEntries.Present(Map.of(UID, present), Set.of(CAMPAIGN)),
                before == null ? Map.of() : Map.of(UID, before),
                Set.of(),
                NOW);
    }

    private static Telling lost(ToldEntry before, Set<String> running, Set<String> over) {
        return Telling.of(new CalendarEntries.Present(Map.of(), running), Map.of(UID, before), over, NOW);
    }

    private static ToldEntry told(Instant due, EntryState state, int sequence) {
        CalendarEntry entry = entry(due, state);
        return new ToldEntry(
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
                Asked.NOBODY);
    }
}
