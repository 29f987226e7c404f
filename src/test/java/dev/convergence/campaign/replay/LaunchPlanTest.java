package dev.convergence.campaign.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.convergence.calendar.ShippedCalendars;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.replay.LaunchFinding.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LaunchPlanTest {

    @Test
    void makesIdsOfNames() throws IOException {
        LaunchPlan launch = read(
                """
                {"name": "Tea", "plan": [
                  {"what": "Begin Code Freeze (23:59 PDT)", "group": "product", "date": "2026-03-02"},
                  {"what": "v1.0 — released!", "group": "product", "date": "2026-03-03"},
                  {"what": "v1.0: released", "group": "product", "date": "2026-03-04"},
                  {"what": "…", "date": "2026-03-05"}]}
                """);
        assertThat(launch.listed().entries())
                .extracting(PlanEntry::id)
                .containsExactly("begin-code-freeze-23-59-pdt", "v1.0-released", "v1.0-released-2", "entry");
        assertThat(launch.moves()).isEmpty();
        assertThat(launch.planned()).isEqualTo(launch.listed());
    }

    @Test
    void beginsBeforeTheFirstMoveWhicheverPlanIsListed() throws IOException {
        String moves =
                "\"moves\": [{\"on\": \"2026-02-01\", \"what\": \"A\", \"from\": \"2026-03-02\", \"to\": \"2026-03-09\"}]}";
        LaunchPlan before = read("{\"plan\": [{\"what\": \"A\", \"date\": \"2026-03-02\"}], " + moves);
        LaunchPlan after = read("{\"plan\": [{\"what\": \"A\", \"date\": \"2026-03-09\"}], " + moves);
        assertThat(before.planned()).isEqualTo(after.planned());
        assertThat(before.findings()).isEmpty();
        assertThat(after.findings()).isEmpty();
    }

    @Test
    void keepsOddLinesAsFindings() throws IOException {
        LaunchPlan launch = read(
                """
                {"name": "Tea", "source": "a friend", "note": "not ours", "plan": [
                  {"what": "A", "group": "product", "date": "2026-03-02", "role": "Lead"},
                  {"what": "B", "group": "product", "date": "soon"},
                  {"what": "C", "group": "product", "date": "2026-03-20"}],
                 "moves": [
                  {"on": "2026-02-03", "what": "A", "from": "2026-03-05", "to": "2026-03-12"},
                  {"on": "2026-02-01", "what": "A", "from": "2026-02-27", "to": "2026-03-04"},
                  {"on": "2026-02-02", "what": "D", "from": "2026-02-27", "to": "2026-03-02"},
                  {"on": "2026-02-02", "what": "C", "from": "2027-03-19", "to": "2026-03-20"},
                  {"on": "2026-02-04", "what": "C", "from": "2026-03-20", "to": "2062-03-20"},
                  {"on": null, "what": "C", "from": "2026-03-20", "to": "2026-03-23"}]}
                """);
        assertThat(launch.findings())
                .extracting(LaunchFinding::kind, LaunchFinding::at, LaunchFinding::what)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNREADABLE_DATE, "plan[1]", "B"),
                        tuple(Kind.UNREADABLE_DATE, "moves[5]", "C"),
                        tuple(Kind.UNKNOWN_ENTRY, "moves[2]", "D"),
                        tuple(Kind.FAR_OFF, "moves[3]", "C"),
                        tuple(Kind.OTHER_START, "moves[0]", "A"),
                        tuple(Kind.FAR_OFF, "moves[4]", "C"),
                        tuple(Kind.OTHER_END, "plan[0]", "A"));
        assertThat(launch.moves()).extracting(RecordedMove::id).containsExactly("a", "c", "a");
        assertThat(due(launch.planned().entry("a").orElseThrow())).isEqualTo("2026-02-27");
        assertThat(due(launch.planned().entry("c").orElseThrow())).isEqualTo("2026-03-20");
        assertThat(LaunchReplayer.of(launch, ShippedCalendars.calendars()).end().entries())
                .extracting(LaunchPlanTest::due)
                .containsExactly("2026-03-12", "2026-03-20");
    }

    @Test
    void movesUnrecordedDatesAlongAndRecordedOnesBack() throws IOException {
        LaunchPlan launch = read(
                """
                {"plan": [
                  {"what": "A", "date": "2026-03-02"}, {"what": "B", "date": "2026-03-03"},
                  {"what": "C", "date": "2026-03-04"}, {"what": "D", "date": "2026-03-05"}],
                 "moves": [
                  {"on": "2026-02-01", "what": "D", "from": "2026-03-05", "to": "2026-03-09"},
                  {"on": "2026-02-02", "what": "A", "from": "2026-03-02", "to": "2026-03-03"},
                  {"on": "2026-02-02", "what": "C", "from": "2026-03-04", "to": "2026-03-05"}]}
                """);
        LaunchReplayer replay = LaunchReplayer.of(launch, ShippedCalendars.calendars());
        assertThat(replay.end().entries())
                .extracting(LaunchPlanTest::due)
                .containsExactly("2026-03-03", "2026-03-04", "2026-03-05", "2026-03-09");
        assertThat(replay.moves())
                .extracting(move -> move.id() + " " + move.workingDays())
                .as("C moved along to where it was wanted; D is held by the record")
                .containsExactly("d 2", "a 1", "d -1");
        assertThat(replay.strays()).isEmpty();
    }

    @Test
    void refusesWhatIsNoLaunch() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read("[1, 2]"));
    }

    private static String due(PlanEntry entry) {
        return entry.due().toString();
    }

    private static LaunchPlan read(String json) throws IOException {
        return LaunchPlan.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
