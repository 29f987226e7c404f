package dev.convergence.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftFlagCalculatorTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Draft PRODUCT_1 = draft("product", 1, null, Map.of());
    private static final Draft PRODUCT_2 = draft("product", 2, "the price", Map.of());
    private static final Draft PRODUCT_3 = draft("product", 3, "the size", Map.of());
    private static final Draft ON_1 = draft("sales", 1, null, Map.of("product", 1));

    @Test
    void flagsNothingThatIsBasedOnTheLatest() {
        assertThat(flags(PRODUCT_1, ON_1)).isEmpty();
    }

    @Test
    void flagsNothingThatIsBasedOnNothing() {
        assertThat(flags(PRODUCT_1, PRODUCT_2, draft("sales", 1, null, Map.of())))
                .isEmpty();
    }

    @Test
    void flagsWhatIsBasedOnAnOlderVersion() {
        DraftFlag flag = new DraftFlag("sales", "product", 1, 2, "the price");

        assertThat(flags(PRODUCT_1, PRODUCT_2, ON_1)).containsExactly(flag);
        assertThat(flag.inWords()).isEqualTo("based on product v1, v2 exists, changed: the price");
    }

    @Test
    void saysWhatChangedInAllVersionsSince() {
        assertThat(flags(PRODUCT_1, PRODUCT_2, PRODUCT_3, ON_1))
                .containsExactly(new DraftFlag("sales", "product", 1, 3, "v2: the price; v3: the size"));
    }

    @Test
    void saysNothingOfChangesThatNobodyHasNamed() {
        DraftFlag flag =
                flags(PRODUCT_1, draft("product", 2, null, Map.of()), ON_1).get(0);

        assertThat(flag.changes()).isEmpty();
        assertThat(flag.inWords()).isEqualTo("based on product v1, v2 exists");
    }

    @Test
    void countsTheOwnLatestVersionAlone() {
        Draft onTwo = draft("sales", 2, "fitted", Map.of("product", 2));

        assertThat(flags(PRODUCT_1, PRODUCT_2, ON_1, onTwo)).isEmpty();
        assertThat(flags(PRODUCT_1, PRODUCT_2, PRODUCT_3, ON_1, onTwo))
                .containsExactly(new DraftFlag("sales", "product", 2, 3, "the size"));
    }

    @Test
    void countsWhatWasAcknowledgedUntilThereIsANewerOneAgain() {
        DraftAcknowledgement ofTwo = new DraftAcknowledgement("sales", "product", 2, "sales", null, NOW, null);

        assertThat(new DraftFlagCalculator(List.of(PRODUCT_1, PRODUCT_2, ON_1), List.of(ofTwo)).all())
                .isEmpty();
        assertThat(new DraftFlagCalculator(List.of(PRODUCT_1, PRODUCT_2, PRODUCT_3, ON_1), List.of(ofTwo)).all())
                .containsExactly(new DraftFlag("sales", "product", 2, 3, "the size"));
    }

    @Test
    void takesTheAcknowledgementOfOneTrackForNoOther() {
        DraftAcknowledgement others = new DraftAcknowledgement("legal", "product", 2, "legal", null, NOW, null);

        assertThat(new DraftFlagCalculator(List.of(PRODUCT_1, PRODUCT_2, ON_1), List.of(others)).all())
                .hasSize(1);
    }

    private static List<DraftFlag> flags(Draft... drafts) {
        return new DraftFlagCalculator(List.of(drafts), List.of()).all();
    }

    private static Draft draft(String track, int version, String changes, Map<String, Integer> basedOn) {
        return new Draft("campaign", track, version, "It", null, changes, track, null, NOW, basedOn);
    }
}
