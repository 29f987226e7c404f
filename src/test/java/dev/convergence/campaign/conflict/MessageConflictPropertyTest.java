package dev.convergence.campaign.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for all that two touchpoints can say. */
class MessageConflictPropertyTest {

    @Property
    void whoContradictsIsContradicted(@ForAll("touchpoints") Touchpoint one, @ForAll("touchpoints") Touchpoint other) {
        assertThat(keys(List.of(one, other))).isEqualTo(keys(List.of(other, one)));
    }

    @Property
    void theOrderOfTheTouchpointsDoesNotMatter(
            @ForAll @Size(max = 8) List<@net.jqwik.api.From("touchpoints") Touchpoint> touchpoints,
            @ForAll Random random) {
        List<Touchpoint> shuffled = new ArrayList<>(touchpoints);
        Collections.shuffle(shuffled, random);

        assertThat(keys(shuffled)).isEqualTo(keys(touchpoints));
    }

    @Property
    void noTouchpointContradictsItself(@ForAll("touchpoints") Touchpoint touchpoint) {
        assertThat(MessageConflictDetector.in(List.of(touchpoint, touchpoint))).isEmpty();
    }

    @Property
    void theSameInOtherLettersIsNoConflict(@ForAll("texts") String text) {
        String other = "  "
                + Normalizer.normalize(text, Normalizer.Form.NFD)
                        .toUpperCase(Locale.ROOT)
                        .replace(" ", "\u00a0 ") + "\t";

        assertThat(MessageConflictDetector.in(List.of(stating("email", text), stating("ad", other))))
                .isEmpty();
    }

    @Property
    void whatIsNormalStaysAsItIs(@ForAll("texts") String text) {
        assertThat(TextNormalizer.of(TextNormalizer.of(text))).isEqualTo(TextNormalizer.of(text));
    }

    @Property
    void aConflictNamesEveryPlaceThatStatesTheFact(
            @ForAll @Size(min = 2, max = 8) List<@net.jqwik.api.From("touchpoints") Touchpoint> touchpoints) {
        MessageConflictDetector.in(touchpoints).forEach(conflict -> {
            assertThat(conflict.places()).hasSizeGreaterThan(1);
            assertThat(conflict.places().stream()
                            .map(ConflictPlace::says)
                            .map(TextNormalizer::of)
                            .distinct())
                    .hasSizeGreaterThan(1);
        });
    }

    private static Set<String> keys(List<Touchpoint> touchpoints) {
        return MessageConflictDetector.in(touchpoints).stream()
                .map(Conflict::key)
                .collect(Collectors.toSet());
    }

    private static Touchpoint stating(String id, String offer) {
        return new Touchpoint(id, "marketing", "", Map.of("offer", TouchpointStatement.text(offer)), null, List.of());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars(' ', '%', '0', '9', 'é', 'ü', 'ß', 'ﬁ', '２', 'İ', 'Σ', 'Å', '½')
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<Touchpoint> touchpoints() {
        Arbitrary<Map<String, TouchpointStatement>> facts = Arbitraries.maps(
                        Arbitraries.of("offer", "price", "validUntil", "claims.a"),
                        Arbitraries.of("10 %", "20 %", "20  %", "Twenty").map(TouchpointStatement::text))
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of("email", "ad", "page"), Arbitraries.of("", "Bundle", "bundle "), facts)
                .as((id, subject, said) -> new Touchpoint(id, "marketing", subject, said, null, List.of()));
    }
}
