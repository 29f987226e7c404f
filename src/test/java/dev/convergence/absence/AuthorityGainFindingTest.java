package dev.convergence.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gains by which absences; each is written {@code recorder: absent>substitute days}. */
class AuthorityGainFindingTest {

    private static final Instant DAY_0 = Instant.parse("2027-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // recorder       before                                              then                    forbidden
        "directly,        '',                                                 'r: a>r 0-5',           true",
        "for oneself,     '',                                                 'a: a>r 0-5',           false",
        "neither,         '',                                                 'r: a>b 0-5',           false",
        "by a chain,      'b: b>r 0-5',                                       'r: a>b 0-5',           true",
        "later,           'r: a>b 0-5',                                       'b: b>r 3-9',           true",
        "by two records,  'r: a>b 0-5; r: b>c 0-5',                           'c: c>r 0-5',           true",
        "at other times,  'r: a>b 0-5',                                       'b: b>r 5-9',           false",
        "never together,  'r: a>b 0-5; b: b>c 3-9',                           'c: c>r 6-9',           false",
        "before it,       'a: a>r 0-5',                                       'r: r>b 0-5',           false",
        "mutually,        'r: a>s 0-5',                                       's: b>r 7-9',           true",
        "by three,        'r: a>s 0-5; s: b>t 0-5',                           't: c>r 0-5',           true",
        "through a chain, 'r: a>b 0-5; b: b>s 0-5',                           's: c>r 0-5',           true",
        "of what was,     'r: a>r 0-5',                                       's: b>c 0-5',           false",
    })
    void nobodyGainsByTheirOwnRecords(String how, String before, String then, boolean forbidden) {
        List<Absence> others = Arrays.stream(before.split(";"))
                .filter(text -> !text.isBlank())
                .map(text -> absence(text.strip()))
                .toList();

        assertThat(AuthorityGainFinding.forbiddenBy(absence(then), others).isPresent())
                .as(how)
                .isEqualTo(forbidden);
    }

    private static Absence absence(String text) {
        String[] parts = text.split("[:> -]+");
        return Absence.planned(text, parts[1], day(parts[3]), day(parts[4]), parts[2], parts[0], DAY_0);
    }

    private static Instant day(String number) {
        return DAY_0.plus(Integer.parseInt(number), ChronoUnit.DAYS);
    }
}
