package dev.convergence.gate.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.escalation.wait.Quorum;
import dev.convergence.gate.GateOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteTallyTest {

    @ParameterizedTest(name = "{0} of {2} voters, veto {1}: {3} decide {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "open",
            value = {
                "ALL      | false | 3 | APPROVED                                    | open",
                "ALL      | false | 3 | APPROVED APPROVED APPROVED                  | APPROVED",
                "ALL      | false | 3 | APPROVED APPROVED APPROVED_WITH_CONDITIONS  | APPROVED_WITH_CONDITIONS",
                "ALL      | false | 3 | APPROVED SENT_BACK                          | SENT_BACK",
                "ALL      | false | 3 | STOPPED                                     | STOPPED",
                "ALL      | false | 3 | APPROVED APPROVED WAIVED                    | APPROVED",
                "MAJORITY | false | 3 | APPROVED                                    | open",
                "MAJORITY | false | 3 | APPROVED APPROVED                           | APPROVED",
                "MAJORITY | false | 3 | SENT_BACK APPROVED                          | open",
                "MAJORITY | false | 3 | SENT_BACK STOPPED                           | SENT_BACK",
                "MAJORITY | false | 3 | STOPPED STOPPED                             | STOPPED",
                "MAJORITY | false | 4 | APPROVED APPROVED                           | open",
                "MAJORITY | false | 4 | APPROVED SENT_BACK SENT_BACK                | SENT_BACK",
                "MAJORITY | false | 4 | APPROVED APPROVED WAIVED                    | APPROVED",
                "MAJORITY | true  | 5 | APPROVED SENT_BACK                          | SENT_BACK",
                "MAJORITY | true  | 5 | APPROVED APPROVED                           | open",
                "MAJORITY | true  | 1 | WAIVED                                      | WAIVED",
            })
    void decidesAsSoonAsNothingCanChangeIt(Quorum quorum, boolean veto, int voters, String votes, GateOutcome outcome) {
        assertThat(tally(quorum, veto, voters, votes(votes)).outcome()).isEqualTo(Optional.ofNullable(outcome));
    }

    /** What is decided early is what all votes together would have decided: approved or not. */
    @Property
    void staysWithWhatItDecided(
            @ForAll Quorum quorum, @ForAll boolean veto, @ForAll("allVotes") List<GateOutcome> all) {
        boolean inTheEnd =
                tally(quorum, veto, all.size(), all).outcome().orElseThrow().approves();
        for (int given = 1; given < all.size(); given++) {
            tally(quorum, veto, all.size(), all.subList(0, given)).outcome().ifPresent(early -> {
                if (quorum != Quorum.ANY && !veto) {
                    assertThat(early.approves()).isEqualTo(inTheEnd);
                }
            });
        }
    }

    /** Once it is decided, counting only the votes that were given decides the same. */
    @Property
    void needsOnlyTheVotesThatWereGiven(
            @ForAll Quorum quorum, @ForAll boolean veto, @ForAll("allVotes") List<GateOutcome> all) {
        for (int given = 1; given <= all.size(); given++) {
            List<GateOutcome> votes = all.subList(0, given);
            tally(quorum, veto, all.size(), votes).outcome().ifPresent(outcome -> assertThat(
                            tally(quorum, veto, votes.size(), votes).outcome())
                    .contains(outcome));
        }
    }

    @Provide
    Arbitrary<List<GateOutcome>> allVotes() {
        return Arbitraries.of(
                        GateOutcome.APPROVED,
                        GateOutcome.APPROVED_WITH_CONDITIONS,
                        GateOutcome.SENT_BACK,
                        GateOutcome.STOPPED)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    private static VoteTally tally(Quorum quorum, boolean veto, int voters, List<GateOutcome> votes) {
        return new VoteTally(quorum, veto, voters, votes);
    }

    private static List<GateOutcome> votes(String names) {
        return Arrays.stream(names.split(" ")).map(GateOutcome::valueOf).toList();
    }
}
