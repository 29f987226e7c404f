package dev.convergence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarSurfaceTest extends CalendarTest {

    private static final String PRODUCT_READY = "Product ready";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsThePlannedDatesOfACampaign() {
        create(key);
        String token = newToken("sales");

        VEvent gate = entry(token, PRODUCT_READY);
        VEvent launch = entry(token, "Launch");

        assertThat(entries(token)).hasSize(3);
        assertThat(gate.getSummary().getValue()).isEqualTo("Spring sale: Gate “\u2068Product ready\u2069”");
        assertThat(ends(gate)).isEqualTo("2041-03-14T17:00:00Z");
        assertThat(starts(gate)).isEqualTo("2041-03-14T16:30:00Z");
        assertThat(gate.getCategories().get(0).getValues()).containsExactly("gate");
        assertThat(gate.getStatus().isConfirmed()).isTrue();
        assertThat(gate.getUrl().getValue()).startsWith("http://localhost:8080/camunda/app/cockpit/");
        assertThat(sequence(gate)).isZero();
        assertThat(modified(gate)).isEqualTo(MONDAY_IN_2041);
        assertThat(gate.getDateTimeStamp().getValue()).isEqualTo(Date.from(MONDAY_IN_2041));
        assertThat(starts(launch)).isEqualTo("2041-04-03T08:00:00Z");
        assertThat(launch.getCategories().get(0).getValues()).containsExactly("launch");
    }

    @Test
    void showsAgainWhatItRememberedInAFormThatCannotBeRead() {
        create(key);
        String token = newToken("sales");
        assertThat(entries(token)).hasSize(3);

        jdbc.sql("update cc_calendar_entry set state = 'BROKEN' where campaign_key = ? and kind = 'gate'")
                .param(key)
                .update();

        assertThat(entry(token, PRODUCT_READY).getStatus().isConfirmed()).isTrue();
        assertThat(entries(token)).hasSize(3);
    }

    @Test
    void isAStreamThatTwoLibrariesTakeForRight() throws Exception {
        create(key);
        HttpResponse<String> answer = feed(newToken("sales"));

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=utf-8");
        Calendar read = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(read.validate().hasErrors()).as(read.validate().toString()).isFalse();
        ICalendar other = Biweekly.parse(answer.body()).first();
        assertThat(other.validate(ICalVersion.V2_0).isEmpty())
                .as(other.validate(ICalVersion.V2_0).toString())
                .isTrue();
        assertThat(other.getEvents()).hasSameSizeAs(read.getComponents("VEVENT"));
        assertThat(answer.body()).endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void survivesWhateverPeopleCallThings() {
        String hebrew = "\u05e9\u05dc\u05d5\u05dd, \u05e2\u05d5\u05dc\u05dd";
        String name = "a,b;c\\d \"e\"\r\nEND:VEVENT\nx\ry " + hebrew + " " + "\ud83d\ude00".repeat(40) + "\u202e!";
        ObjectNode campaign = campaign(key).put("name", name);
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign.toString()), 201);
        String token = newToken("sales");

        String text = text(token);

        assertThat(entry(token, "Launch").getSummary().getValue())
                .isEqualTo("a,b;c\\d \"e\" END:VEVENT x y " + hebrew + " " + "\ud83d\ude00".repeat(40) + "!: Launch");
        assertThat(entry(token, "Launch").getDescription().getValue()).contains(hebrew, "\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(Arrays.stream(text.split("\r\n")).mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(bytes -> bytes <= 75);
    }

    @Test
    void saysTheSameWhereNothingChanged() {
        create(key);
        startMilestone(key, "beta", Instant.parse("2041-03-21T16:00:00Z"));
        startSyncs(key, Instant.parse("2041-03-11T09:00:00Z"));
        String token = newToken("sales");

        String first = text(token);
        List<String> rows = rows();
        moveTo(now().plus(Duration.ofMinutes(20)));

        assertThat(text(token)).isEqualTo(first);
        assertThat(text(newToken("legal"))).isEqualTo(first);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void tellsThatADateMoved() {
        create(key);
        String token = newToken("sales");
        VEvent before = entry(token, PRODUCT_READY);

        tick();
        movePlan("product-ready", "2041-03-15");
        VEvent after = entry(token, PRODUCT_READY);

        assertThat(uid(after)).isEqualTo(uid(before));
        assertThat(sequence(after)).isEqualTo(1);
        assertThat(ends(after)).isEqualTo("2041-03-15T17:00:00Z");
        assertThat(modified(after)).isEqualTo(now());
        assertThat(starts(entry(token, "Launch"))).isEqualTo("2041-04-04T08:00:00Z");

        movePlan("product-ready", "2041-03-14");

        assertThat(sequence(entry(token, PRODUCT_READY))).isEqualTo(2);
        assertThat(ends(entry(token, PRODUCT_READY))).isEqualTo(ends(before));
    }

    @Test
    void takesADateThatMovedThereAndBackForUnmoved() {
        create(key);
        String token = newToken("sales");
        String before = text(token);

        tick();
        movePlan("product-ready", "2041-03-15");
        movePlan("product-ready", "2041-03-14");

        assertThat(text(token)).isEqualTo(before);
    }

    @Test
    void followsAGateFromItsPlanThroughItsRounds() {
        create(key);
        String token = newToken("marketing");
        String uid = uid(entry(token, PRODUCT_READY));

        walkTo(key, "product-ready");
        VEvent open = entry(token, PRODUCT_READY);
        assertThat(uid(open)).isEqualTo(uid);
        assertThat(sequence(open)).isZero();
        assertThat(open.getDescription().getValue()).contains("Waiting for: marketing.");
        assertThat(open.getUrl().getValue()).endsWith("?task=" + review(key).getId());
        assertThat(modified(open)).isEqualTo(now());
        assertThat(categories(open)).containsExactly("gate", "mine");
        assertThat(categories(entry(newToken("legal"), PRODUCT_READY))).containsExactly("gate");

        as("marketing", () -> decide(key, "SENT_BACK"));
        continueJobs(key);
        VEvent back = entry(token, PRODUCT_READY);
        assertThat(uid(back)).isEqualTo(uid);
        assertThat(back.getStatus().isConfirmed()).isTrue();
        assertThat(back.getDescription().getValue()).contains("sent back, by marketing");

        moveTo(Instant.parse("2041-03-15T09:00:00Z"));
        walkTo(key, "product-ready");
        VEvent again = entry(token, PRODUCT_READY);
        assertThat(uid(again)).isEqualTo(uid);
        assertThat(ends(again)).isAfter("2041-03-15T09:00:00Z");
        assertThat(sequence(again)).isEqualTo(1);

        as("marketing", () -> decide(key, "APPROVED"));
        VEvent reached = entry(token, PRODUCT_READY);
        assertThat(reached.getStatus().isConfirmed()).isTrue();
        assertThat(sequence(reached)).isEqualTo(1);
        assertThat(reached.getDescription().getValue()).contains("approved, by marketing");
        assertThat(categories(reached)).containsExactly("gate");
    }

    @Test
    void callsAWaivedGateOff() {
        create(key);
        walkTo(key, "product-ready");
        String token = newToken("sales");
        String uid = uid(entry(token, PRODUCT_READY));
        climb(key, 3);
        moveTo(Instant.parse("2041-03-16T09:00:00Z"));
        String stall = json(get("sales", "/api/campaigns/" + key), 200)
                .at("/stalls/0/id")
                .asText();
        json(post("manager", "/api/stalls/" + stall + "/waiver", "{\"rationale\": \"x\"}"), 200);

        VEvent waived = withUid(token, uid);

        assertThat(isCancelled(waived)).isTrue();
        assertThat(sequence(waived)).isEqualTo(1);
    }

    @Test
    void callsOffWhatACancelledCampaignHadAhead() {
        create(key);
        String token = newToken("sales");
        List<String> uids = entries(token).stream().map(CalendarTest::uid).toList();
        assertThat(uids).hasSize(3);

        tick();
        cancel();

        Instant cancelled = now();
        assertThat(uids).allSatisfy(uid -> {
            VEvent entry = withUid(token, uid);
            assertThat(isCancelled(entry)).isTrue();
            assertThat(sequence(entry)).isEqualTo(1);
            assertThat(entry.getSummary().getValue()).startsWith("Cancelled: Spring sale: ");
            assertThat(modified(entry)).isEqualTo(cancelled);
        });
        moveTo(cancelled.plus(Duration.ofDays(30)));
        assertThat(uids).anySatisfy(uid -> assertThat(withUid(token, uid)).isNotNull());
        moveTo(cancelled.plus(Duration.ofDays(31)));
        assertThat(uids).allSatisfy(uid -> assertThat(withUid(token, uid)).isNull());
        assertThat(rows()).noneMatch(row -> uids.stream().anyMatch(row::contains));
    }

    @Test
    void showsAMilestoneUntilItIsReachedAndAfter() {
        create(key);
        Task milestone = startMilestone(key, "beta", Instant.parse("2041-03-21T16:00:00Z"));
        String token = newToken("marketing");

        VEvent ahead = entry(token, "Name of beta, at last");
        assertThat(ends(ahead)).isEqualTo("2041-03-21T16:00:00Z");
        assertThat(categories(ahead)).containsExactly("milestone", "mine");
        assertThat(ahead.getDescription().getValue()).contains("Waiting for: marketing.");

        milestone = task(key, "userTask_reachMilestone");
        milestone.setDueDate(Date.from(Instant.parse("2041-03-22T16:00:00Z")));
        engine.getTaskService().saveTask(milestone);
        VEvent moved = entry(token, "Name of beta, at last");
        assertThat(uid(moved)).isEqualTo(uid(ahead));
        assertThat(sequence(moved)).isEqualTo(1);
        assertThat(ends(moved)).isEqualTo("2041-03-22T16:00:00Z");

        complete(key, "userTask_reachMilestone", Map.of());
        VEvent reached = entry(token, "Name of beta, at last");
        assertThat(reached.getStatus().isConfirmed()).isTrue();
        assertThat(sequence(reached)).isEqualTo(1);
        assertThat(reached.getDescription().getValue()).startsWith("Reached.");
        assertThat(categories(reached)).containsExactly("milestone");
    }

    @Test
    void callsAMilestoneOffThatIsGone() {
        create(key);
        Task milestone = startMilestone(key, "beta", Instant.parse("2041-03-21T16:00:00Z"));
        String token = newToken("sales");
        String uid = uid(entry(token, "beta"));

        engine.getRuntimeService().deleteProcessInstance(milestone.getProcessInstanceId(), "not needed");

        assertThat(isCancelled(withUid(token, uid))).isTrue();
        assertThat(sequence(withUid(token, uid))).isEqualTo(1);
    }

    @Test
    void showsOneSyncAfterAnother() {
        create(key);
        String block = startSyncs(key, Instant.parse("2041-03-11T09:00:00Z"));
        String token = newToken(CAMPAIGN_MANAGER);

        VEvent first = entry(token, "weekly sync");
        assertThat(starts(first)).isEqualTo("2041-03-11T09:00:00Z");
        assertThat(ends(first)).isEqualTo("2041-03-11T09:30:00Z");
        assertThat(categories(first)).containsExactly("sync");

        next(block, "2041-03-18T09:00:00Z", false);
        fire(key, "event_syncDue");
        VEvent now = withUid(token, uid(first));
        assertThat(starts(now)).isEqualTo(starts(first));
        assertThat(sequence(now)).isZero();
        assertThat(categories(now)).containsExactly("sync", "mine");
        assertThat(now.getDescription().getValue()).contains("Waiting for: campaign-managers.");

        complete(key, "userTask_holdSync", Map.of());
        VEvent held = withUid(token, uid(first));
        assertThat(held.getStatus().isConfirmed()).isTrue();
        assertThat(held.getDescription().getValue()).startsWith("Held.");
        assertThat(starts(other(token, first))).isEqualTo("2041-03-18T09:00:00Z");
    }

    @Test
    void callsASkippedSyncOffAndShowsTheNext() {
        create(key);
        String block = startSyncs(key, Instant.parse("2041-03-11T09:00:00Z"));
        String token = newToken("sales");
        VEvent first = entry(token, "weekly sync");

        next(block, "2041-03-18T09:00:00Z", true);
        fire(key, "event_syncDue");

        VEvent skipped = withUid(token, uid(first));
        assertThat(isCancelled(skipped)).isTrue();
        assertThat(sequence(skipped)).isEqualTo(1);
        assertThat(starts(skipped)).isEqualTo(starts(first));
        VEvent second = other(token, first);
        assertThat(second.getStatus().isConfirmed()).isTrue();
        assertThat(starts(second)).isEqualTo("2041-03-18T09:00:00Z");

        moveTo(Instant.parse("2041-04-20T09:00:00Z"));
        assertThat(withUid(token, uid(first))).isNull();
    }

    private void next(String block, String at, boolean skip) {
        engine.getRuntimeService().setVariable(block, "nextSync", Date.from(Instant.parse(at)));
        engine.getRuntimeService().setVariable(block, "skip", skip);
    }

    private VEvent other(String token, VEvent first) {
        return entries(token).stream()
                .filter(entry ->
                        categories(entry).contains("sync") && !uid(entry).equals(uid(first)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesRehearsalsOut() {
        json(
                post(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns",
                        campaign(key).put("priority", "rehearsal").toString()),
                201);

        assertThat(entries(newToken("sales"))).isEmpty();
    }

    @Test
    void keepsItsHeadWhenMoreThanOneReads() throws Exception {
        create(key);
        String token = newToken("sales");
        ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();

        List<Integer> first = atOnce(8, () -> {
            HttpResponse<String> answer = feed(token);
            read.add(answer.body());
            return answer;
        });
        movePlan("product-ready", "2041-03-15");
        List<Integer> moved = atOnce(8, () -> feed(token));

        assertThat(first).containsOnly(200);
        assertThat(Set.copyOf(read)).hasSize(1);
        assertThat(moved).containsOnly(200);
        assertThat(sequence(entry(token, PRODUCT_READY))).isEqualTo(1);
        assertThat(rows()).doesNotHaveDuplicates();
    }

    @Test
    void answersWhoHasItAlreadyWithoutABody() {
        create(key);
        String token = newToken("sales");
        HttpResponse<String> first = feed(token);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = send(request(NOBODY, FEED + token).header("If-None-Match", tag));
        movePlan("product-ready", "2041-03-15");
        HttpResponse<String> third = send(request(NOBODY, FEED + token).header("If-None-Match", tag));

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(third.headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void isKeptByNobodyOnTheWay() {
        HttpResponse<String> answer = feed(newToken("sales"));

        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=x", "?token=x&token=y", "?user=sales", "?token=%00%0d%0a"})
    void hasNoCalendarForWhoHasNoToken(String query) {
        HttpResponse<String> answer = get(NOBODY, "/api/calendar.ics" + query);

        assertProblem(answer, 404);
        assertThat(answer.body()).isEqualTo(unknown().body());
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    private HttpResponse<String> unknown() {
        return send(request(NOBODY, FEED + "unknown").header("Accept", "text/calendar"));
    }

    @Test
    void makesATokenAndShowsItOnce() {
        assertThat(delete("analytics", TOKEN).statusCode()).isIn(204, 404);
        assertThat(tokenOf("analytics").path("present").asBoolean()).isFalse();

        var made = json(post("analytics", TOKEN, ""), 201);
        String token = made.path("token").asText();

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(made.path("url").asText()).isEqualTo("http://localhost:8080" + FEED + token);
        assertThat(made.path("createdAt").asText()).isEqualTo(MONDAY_IN_2041.toString());
        var known = tokenOf("analytics");
        assertThat(known.path("present").asBoolean()).isTrue();
        assertThat(known.path("createdAt")).isEqualTo(made.path("createdAt"));
        assertThat(known.path("lastUsedAt").isNull()).isTrue();
        assertThat(known.toString()).doesNotContain(token);

        moveTo(Instant.parse("2041-03-04T09:47:11Z"));
        text(token);

        assertThat(tokenOf("analytics").path("lastUsedAt").asText()).isEqualTo("2041-03-04T09:00:00Z");
        assertThat(jdbc.sql("select token_hash from cc_calendar_token")
                        .query(String.class)
                        .list())
                .doesNotContain(token)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void replacesATokenByANewOneAndRevokesIt() {
        String older = newToken("support");
        String newer = newToken("support");

        assertThat(newer).isNotEqualTo(older);
        assertThat(feed(older).body()).isEqualTo(unknown().body());
        assertThat(feed(newer).statusCode()).isEqualTo(200);

        assertThat(delete("support", TOKEN).statusCode()).isEqualTo(204);

        assertThat(feed(newer).statusCode()).isEqualTo(404);
        assertThat(feed(newer).body()).isEqualTo(unknown().body());
        assertProblem(delete("support", TOKEN), 404);
        assertThat(tokenOf("support").path("present").asBoolean()).isFalse();
    }

    @Test
    void makesOneTokenOfManyAtOneMoment() throws Exception {
        delete("creative", TOKEN);

        assertThat(atOnce(6, () -> post("creative", TOKEN, ""))).containsOnly(201);

        assertThat(jdbc.sql("select count(*) from cc_calendar_token where user_id = 'creative'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void writesNoTokenIntoALog(@Autowired LoggingSystem logging) {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        logging.setLogLevel("org.springframework", LogLevel.DEBUG);
        try {
            String token = newToken("sales");
            text(token);
            delete("sales", TOKEN);
            assertThat(feed(token).statusCode()).isEqualTo(404);

            assertThat(List.copyOf(log.list))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(token.substring(0, 12)));
        } finally {
            logging.setLogLevel("org.springframework", null);
            root.detachAppender(log);
        }
    }

    @Test
    void letsATokenOpenNothingElse() {
        String user = "holder-" + key;
        join(user);
        String token = newToken(user);

        for (String path :
                List.of("/api/campaigns", "/api/calendar/token", "/engine-rest/user", "/actuator/prometheus")) {
            assertThat(get(NOBODY, path + "?token=" + token).statusCode()).isEqualTo(401);
            assertThat(send(request(NOBODY, path).header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(request(user, token, path)).statusCode()).isEqualTo(401);
        }
        assertThat(post(NOBODY, FEED + token, "").statusCode()).isEqualTo(401);
    }

    @Test
    void closesWithTheUser() {
        String user = "reader-" + key;
        join(user);
        String token = newToken(user);
        assertThat(feed(token).statusCode()).isEqualTo(200);

        engine.getIdentityService().deleteUser(user);
        assertThat(feed(token).body()).isEqualTo(unknown().body());

        join(user);
        assertThat(feed(token).statusCode()).isEqualTo(404);
    }

    @Test
    void closesForWhoHasLostTheirGroups() {
        String user = "leaver-" + key;
        join(user);
        String token = newToken(user);

        engine.getIdentityService().deleteMembership(user, "sales");

        assertThat(feed(token).body()).isEqualTo(unknown().body());
        assertProblem(post(user, "/api/calendar/token", ""), 403);
        assertThat(json(get(user, "/api/calendar/token"), 200).path("present").asBoolean())
                .isTrue();
        assertThat(delete(user, "/api/calendar/token").statusCode()).isEqualTo(204);
    }

    /** Anybody could close it for anybody else. */
    @Test
    void staysOpenHoweverOftenSomebodyGuessesThePassword() {
        String user = "guessed-" + key;
        join(user);
        String token = newToken(user);

        for (int guess = 0; guess < 13; guess++) {
            guess(user);
            moveTo(now().plus(Duration.ofMinutes(2)));
        }

        assertThat(feed(token).statusCode()).isEqualTo(200);
    }

    private void guess(String user) {
        assertThat(send(request(user, "wrong", "/api/campaigns")).statusCode()).isEqualTo(401);
    }

    /** A user in a group. */
    private void join(String id) {
        engine.getIdentityService().saveUser(user(id));
        engine.getIdentityService().createMembership(id, "sales");
    }

    private org.camunda.bpm.engine.identity.User user(String id) {
        var user = engine.getIdentityService().newUser(id);
        user.setPassword(id);
        return user;
    }

    private List<String> categories(VEvent entry) {
        return entry.getCategories().stream()
                .flatMap(some -> some.getValues().stream())
                .toList();
    }

    private List<String> rows() {
        return jdbc
                .sql("select entry_uid, sequence_no, state, modified_at, starts_at from cc_calendar_entry order by 1")
                .query()
                .listOfRows()
                .stream()
                .map(Object::toString)
                .collect(Collectors.toList());
    }
}
