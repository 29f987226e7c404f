package dev.convergence.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.StillApplication;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.ConflictMarker;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class TrackTest extends StillApplication {

    private static final String PRODUCT = "product-track";
    private static final String MARKETING = "marketing-track";
    private static final String SALES = "sales-track";
    private static final String SHARED = "draftShared";
    private static final Map<String, Object> FIRST =
            Map.of("makeDraftResult", "One size", "makeDraftLinks", "https://docs.example.com/one");
    private static final Map<String, Object> DONE = Map.of("adjustment", "DONE");

    @Autowired
    DraftReader draftReader;

    private final String key = newKey();

    @Test
    void makesADraftAndIsDone() {
        ProcessInstance track = start(PRODUCT, "Product");
        Task making = open(PRODUCT);
        assertThat(making.getName()).isEqualTo("Make the draft: Product");
        assertThat(candidates(making)).containsExactly("product");
        assertThat(local(making, CampaignContext.NAME.name())).isEqualTo(key);

        by("product", PRODUCT, FIRST);
        BpmnAwareTests.assertThat(track).isWaitingAt(TrackProcess.ADJUST_DRAFT);
        assertThat(open(PRODUCT).getName()).isEqualTo("Adjust the draft: Product");
        assertThat(candidates(open(PRODUCT))).containsExactly("product");

        by("product", PRODUCT, DONE);
        BpmnAwareTests.assertThat(track).isEnded().hasPassed("event_trackDone").hasNotPassed("event_lateDraftTold");
        assertThat(draftReader.of(key))
                .containsExactly(new Draft(
                        key,
                        PRODUCT,
                        1,
                        "One size",
                        "https://docs.example.com/one",
                        null,
                        "product",
                        null,
                        MONDAY.plusSeconds(1),
                        Map.of()));
    }

    @Test
    void isSharedWithTheNextStepYetToCome() {
        start(PRODUCT, "Product");

        complete(open(PRODUCT), FIRST);

        assertThat(draftReader.latest(key)).extracting(Draft::version).containsExactly(1);
        assertThat(told(key)).as("before the job").isEmpty();
        continueJobs(key);
        assertThat(told(key)).containsExactly("draft legal");
        assertThat(notices(key).get(0).text()).contains("Product", "One size");
    }

    @Test
    void isAdjustedInAnotherRound() {
        start(PRODUCT, "Product");
        make(PRODUCT, FIRST);

        adjust(PRODUCT, second("Two sizes", "The sizes"));

        assertThat(draftReader.latest(key)).singleElement().satisfies(draft -> {
            assertThat(draft.version()).isEqualTo(2);
            assertThat(draft.result()).isEqualTo("Two sizes");
            assertThat(draft.changes()).isEqualTo("The sizes");
        });
        assertThat(open(PRODUCT).getTaskDefinitionKey()).isEqualTo(TrackProcess.ADJUST_DRAFT);
        assertThatThrownBy(() -> adjust(PRODUCT, Map.of()))
                .as("the last round's answer is none to this")
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("adjustment"));
        adjust(PRODUCT, DONE);
        assertThat(tasks(key)).isEmpty();
    }

    @Test
    void isFlaggedWithoutBeingStartedAgain() {
        twoTracks();
        Task adjusting = open(MARKETING);
        assertThat(draftReader.of(key))
                .filteredOn(draft -> draft.track().equals(MARKETING))
                .singleElement()
                .satisfies(draft -> assertThat(draft.basedOn()).isEqualTo(Map.of(PRODUCT, 1)));
        assertThat(draftReader.flags(key)).isEmpty();

        adjust(PRODUCT, second("Two sizes", "The sizes"));

        assertThat(draftReader.flags(key)).containsExactly(new DraftFlag(MARKETING, PRODUCT, 1, 2, "The sizes"));
        assertThat(open(MARKETING).getId()).isEqualTo(adjusting.getId());
        assertThat(told(key)).endsWith("newer draft marketing", "newer draft creative", "draft legal");
        assertThat(notices(key)).anySatisfy(notice -> {
            assertThat(notice.recipient()).isEqualTo("creative");
            assertThat(notice.text()).contains("“Marketing”", "version 1 of “Product”", "version 2", "The sizes");
        });
    }

    @Test
    void isReworkedOnTheNewerDraft() {
        twoTracks();
        adjust(PRODUCT, second("Two sizes", "The sizes"));

        adjust(MARKETING, second("Big and small", "Both sizes"));

        assertThat(draftReader.flags(key))
                .as("what product built on")
                .containsExactly(new DraftFlag(PRODUCT, MARKETING, 1, 2, "Both sizes"));
        adjust(MARKETING, DONE);
        assertThat(open(MARKETING)).isNull();
        assertThat(draftReader.acknowledgements(key)).isEmpty();
    }

    @Test
    void isNotDoneWhileAFlagIsOpen() {
        twoTracks();
        adjust(PRODUCT, second("Two sizes", "The sizes"));

        assertThatThrownBy(() -> adjust(MARKETING, DONE))
                .isNotInstanceOf(ConflictMarker.class)
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("newerDraftsAcknowledged"))
                .satisfies(refusal -> assertThat(refusal.reason()).contains("version 1 of product-track", "version 2"));
        assertThat(open(MARKETING)).isNotNull();

        by(
                "creative",
                MARKETING,
                Map.of(
                        "adjustment",
                        "DONE",
                        "newerDraftsAcknowledged",
                        true,
                        "newerDraftsNote",
                        "Sizes are not mentioned",
                        "seenDrafts",
                        PRODUCT + ":2"));
        assertThat(open(MARKETING)).isNull();
        assertThat(draftReader.flags(key)).isEmpty();
        assertThat(draftReader.acknowledgements(key)).singleElement().satisfies(acknowledgement -> {
            assertThat(acknowledgement.track()).isEqualTo(MARKETING);
            assertThat(acknowledgement.of()).isEqualTo(PRODUCT);
            assertThat(acknowledgement.version()).isEqualTo(2);
            assertThat(acknowledgement.by()).isEqualTo("creative");
            assertThat(acknowledgement.note()).isEqualTo("Sizes are not mentioned");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-track:2", "none"})
    void isNotDoneWhereANewerDraftCameWhileTheFormWasOpen(String seen) {
        twoTracks();
        adjust(PRODUCT, second("Two sizes", "The sizes"));
        adjust(PRODUCT, second("Three sizes", "One more"));

        assertThatThrownBy(() -> adjust(
                        MARKETING, Map.of("adjustment", "DONE", "newerDraftsAcknowledged", true, "seenDrafts", seen)))
                .isInstanceOf(ConflictMarker.class)
                .hasMessageContaining("version 3 of product-track");
        assertThat(open(MARKETING)).isNotNull();
        assertThat(draftReader.acknowledgements(key)).isEmpty();
    }

    @Test
    void isBasedOnWhatWasSeenAndNotOnWhatCameMeanwhile() {
        twoTracks();
        adjust(PRODUCT, second("Two sizes", "The sizes"));

        adjust(MARKETING, with(second("New words", "The words"), "seenDrafts", PRODUCT + ":1"));

        assertThat(draftReader.flags(key)).contains(new DraftFlag(MARKETING, PRODUCT, 1, 2, "The sizes"));
        assertThat(told(key).stream().filter("newer draft creative"::equals)).hasSize(2);
        adjust(MARKETING, second("Better words", "The words"));
        assertThat(draftReader.flags(key))
                .as("the last round's sight is none of this")
                .extracting(DraftFlag::track)
                .containsExactly(PRODUCT);
    }

    @Test
    void isBasedOnNothingWhereNothingWasThereToBeSeen() {
        start(PRODUCT, "Product");
        start(MARKETING, "Marketing");
        String seen = dossier(MARKETING).get("seen").toString();
        make(PRODUCT, FIRST);

        make(MARKETING, with(FIRST, "seenDrafts", seen));

        assertThat(draftReader.latest(key))
                .allSatisfy(draft -> assertThat(draft.basedOn()).isEmpty());
    }

    static Stream<Arguments> refusedFirstDrafts() {
        return Stream.of(
                Arguments.of(Map.of(), "makeDraftResult"),
                Arguments.of(Map.of("makeDraftLinks", "x"), "makeDraftResult"),
                Arguments.of(Map.of("makeDraftResult", "x"), "makeDraftLinks"),
                Arguments.of(Map.of("makeDraftResult", "x", "makeDraftLinks", " "), "makeDraftLinks"),
                Arguments.of(with(FIRST, "seenDrafts", "sales"), "seenDrafts"),
                Arguments.of(with(FIRST, "seenDrafts", "sales-track:0"), "seenDrafts"),
                Arguments.of(with(FIRST, "seenDrafts", "sales-track:1,"), "seenDrafts"),
                Arguments.of(with(FIRST, "seenDrafts", "sales-track:1"), "seenDrafts"),
                Arguments.of(with(FIRST, "seenDrafts", "product-track:1"), "seenDrafts"));
    }

    @ParameterizedTest
    @MethodSource("refusedFirstDrafts")
    void refusesADraftWithoutWhatOthersNeed(Map<String, Object> answer, String field) {
        start(PRODUCT, "Product");

        assertThatThrownBy(() -> make(PRODUCT, answer))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(open(PRODUCT).getTaskDefinitionKey()).isEqualTo(TrackProcess.MAKE_DRAFT);
        assertThat(draftReader.of(key)).isEmpty();
    }

    static Stream<Arguments> refusedAdjustments() {
        Map<String, Object> complete = second("Two sizes", "The sizes");
        return Stream.of(
                Arguments.of(Map.of(), "adjustment"),
                Arguments.of(Map.of("adjustment", "PERHAPS"), "adjustment"),
                Arguments.of(with(complete, "adjustDraftResult", ""), "adjustDraftResult"),
                Arguments.of(Map.of("adjustment", "SHARE", "draftChanges", "x"), "adjustDraftResult"),
                Arguments.of(with(complete, "draftChanges", " "), "draftChanges"),
                Arguments.of(with(complete, "draftChanges", "x".repeat(4001)), "draftChanges"),
                Arguments.of(with(complete, "seenDrafts", "marketing-track:2"), "seenDrafts"),
                Arguments.of(with(complete, "seenDrafts", "product-track:1"), "seenDrafts"));
    }

    @ParameterizedTest
    @MethodSource("refusedAdjustments")
    void refusesAnAnswerThatIsNone(Map<String, Object> answer, String field) {
        twoTracks();

        assertThatThrownBy(() -> adjust(PRODUCT, answer))
                .asInstanceOf(type(RefusalException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(draftReader.latest(key))
                .allSatisfy(draft -> assertThat(draft.version()).isEqualTo(1));
    }

    @Test
    void tellsOfADraftThatWasSharedPastItsTasks() {
        twoTracks();
        adjust(PRODUCT, second("Two sizes", "The sizes"));
        String marketing = instance(MARKETING);
        long told = told(key).size();

        correlate(PRODUCT, 2);
        continueJobs(key);

        assertThat(told(key).subList((int) told, told(key).size()))
                .containsExactly("newer draft marketing", "newer draft creative", "draft legal");
        assertThat(instance(MARKETING)).isEqualTo(marketing);
        assertThat(open(PRODUCT)).isNotNull();
        told = told(key).size();
        correlate(PRODUCT, 1);
        continueJobs(key);
        assertThat(told(key)).as("of what is not the latest").hasSize((int) told);
    }

    @Test
    void showsTheOthersDraftsOnItsForm() {
        twoTracks();
        start(SALES, "Sales");
        assertThat(dossier(SALES))
                .containsEntry("track", "Sales")
                .containsEntry("seen", "marketing-track:1, product-track:1")
                .containsEntry("own", List.of())
                .containsEntry("flags", List.of());
        by("product", PRODUCT, second("Two sizes", "The sizes"));

        assertThat(rows(MARKETING, "others"))
                .containsExactly(Map.of(
                        "track",
                        "Product",
                        "version",
                        "2",
                        "what",
                        "Two sizes",
                        "links",
                        "",
                        "changed",
                        "The sizes",
                        "shared",
                        "product, 1 Mar 2027 09:00 CET"));
        assertThat(rows(MARKETING, "own")).extracting(row -> row.get("version")).containsExactly("1");
        assertThat(rows(MARKETING, "flags"))
                .containsExactly(Map.of(
                        "whose",
                        "Marketing",
                        "track",
                        "Product",
                        "basedOn",
                        "1",
                        "latest",
                        "2",
                        "changed",
                        "The sizes"));
        assertThat(rows(PRODUCT, "flags")).isEmpty();
        Map<String, Object> form =
                engine.getFormService().getTaskFormVariables(open(PRODUCT).getId());
        assertThat(form).containsEntry("adjustDraftResult", "Two sizes");
        assertThat(form.get("adjustDraftLinks")).isNull();
    }

    @Test
    void listsWhatWasSharedSince() {
        twoTracks();
        tick();
        Instant meeting = now();
        adjust(PRODUCT, second("Two sizes", "The sizes"));

        assertThat(draftReader.sharedSince(key, meeting))
                .extracting(Draft::version)
                .containsExactly(2);
        assertThat(draftReader.sharedSince(key, MONDAY))
                .extracting(draft -> draft.track() + " " + draft.version())
                .containsExactly(PRODUCT + " 1", MARKETING + " 1", PRODUCT + " 2");
    }

    /** Product has shared its first draft, and marketing one that is based on it. */
    private void twoTracks() {
        start(PRODUCT, "Product");
        start(MARKETING, "Marketing");
        make(PRODUCT, FIRST);
        make(MARKETING, FIRST);
    }

    private ProcessInstance start(String track, String name) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(TrackProcess.KEY, key, Map.of("trackId", track, "trackName", name));
    }

    private void make(String track, Map<String, Object> answer) {
        assertThat(open(track).getTaskDefinitionKey()).isEqualTo(TrackProcess.MAKE_DRAFT);
        complete(open(track), answer);
        continueJobs(key);
    }

    private void adjust(String track, Map<String, Object> answer) {
        assertThat(open(track).getTaskDefinitionKey()).isEqualTo(TrackProcess.ADJUST_DRAFT);
        complete(open(track), answer);
        continueJobs(key);
    }

    private void by(String user, String track, Map<String, Object> answer) {
        as(user, () -> complete(open(track), answer));
        continueJobs(key);
    }

    private void complete(Task task, Map<String, Object> answer) {
        tick();
        engine.getTaskService().complete(task.getId(), answer);
    }

    private Task open(String track) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .processVariableValueEquals("trackId", track)
                .singleResult();
    }

    private String instance(String track) {
        return open(track).getProcessInstanceId();
    }

    private void correlate(String track, int version) {
        engine.getRuntimeService()
                .createMessageCorrelation(SHARED)
                .processInstanceId(instance(track))
                .setVariablesToTriggeredScope(Map.of("draftVersion", version))
                .correlate();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String track, String table) {
        return (List<Map<String, Object>>) dossier(track).get(table);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> dossier(String track) {
        Object json = engine.getFormService()
                .getTaskFormVariables(open(track).getId())
                .get("dossier");
        try {
            return (Map<String, Object>)
                    new ObjectMapper().readValue(json.toString(), Map.class).get("drafts");
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("no JSON: " + json, unreadable);
        }
    }

    private static Map<String, Object> second(String result, String changes) {
        return Map.of("adjustment", "SHARE", "adjustDraftResult", result, "draftChanges", changes);
    }

    private static Map<String, Object> with(Map<String, Object> values, String variable, Object value) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(variable, value);
        return all;
    }
}
