package dev.convergence.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ModelCoverage;
import dev.convergence.StillApplication;
import dev.convergence.notification.delivery.Channel;
import dev.convergence.notification.delivery.Message;
import dev.convergence.notification.delivery.MessageRepository;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.notification.mail.DigestRepository;
import dev.convergence.notification.mail.MailMessageWriter;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail, chat and webhooks, with servers that are up, down, slow or wrong. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:outgoing;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "spring.mail.host=127.0.0.1",
            "convergence.mail.from=Konvergenz M\u00fcnchen <convergence@example.org>",
            "convergence.public-url=https://convergence.example.org/",
            "convergence.chat.allow-private=true",
            "convergence.webhooks.timeout=PT3S"
        })
class OutgoingTest extends StillApplication {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final int APPROVALS = 100;
    private static final int MANY = 20;

    private static final MailServer MAIL = new MailServer();
    private static final Receiver OTHERS = new Receiver();

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("message-dispatch", "message-delivery");

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", MAIL::port);
        properties.add("convergence.chat.groups.chatters", () -> OTHERS.url("/chat/TOKEN"));
        webhook(properties, "crm", EventTypeCatalog.GATE_DECIDED);
        webhook(properties, "healthy", EventTypeCatalog.CAMPAIGN_LAUNCHED);
        webhook(properties, "hanging", EventTypeCatalog.CAMPAIGN_LAUNCHED);
        webhook(properties, "drafts", EventTypeCatalog.DRAFT_SHARED);
        webhook(
                properties,
                "campaigns",
                "campaignStarted,campaignCancelled,dateMoved,handoffAnswered,stallRaised,stallResolved");
    }

    private static void webhook(DynamicPropertyRegistry properties, String name, String events) {
        String target = "convergence.webhooks.targets." + name;
        properties.add(target + ".url", () -> OTHERS.url("/" + name));
        properties.add(target + ".secret", () -> SECRET);
        properties.add(target + ".events", () -> events);
        properties.add(target + ".allow-private", () -> "true");
    }

    @Autowired
    EventPublisher eventPublisher;

    @Autowired
    DigestRepository mailboxes;

    @Autowired
    MailMessageWriter post;

    @Autowired
    MessageRepository messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectMapper json;

    @Autowired
    MeterRegistry metrics;

    private final String key = newKey();

    @BeforeEach
    void allServersAreUp() {
        MAIL.switchOn();
    }

    @AfterEach
    void leaveNothingToSend() {
        MAIL.switchOn();
        OTHERS.release("/hanging");
        engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .filter(instance -> instance.getProcessDefinitionId().startsWith("message-"))
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test over"));
    }

    @Test
    void mailsEveryMemberOfAGroupAndWhoeverIsNamed() {
        String group = "readers-" + key;
        String jane = person("jane", group);
        String joe = person("joe", group);
        String outside = person("outside", null);
        personWithout("silent", group);
        ProcessInstance campaign = startCampaign(key);

        noticeService.tell(key, "product-ready", group, "plan", "The date moved");
        noticeService.tell(key, "product-ready", Notice.user(outside), "remind", "Please act", "task-1");
        noticeService.tell(key, "product-ready", Notice.user("nobody-at-all"), "remind", "Please act");
        deliver();

        assertThat(mails(jane)).singleElement().satisfies(mail -> {
            assertThat(MailServer.subject(mail)).isEqualTo("[" + key + "] The date moved");
            assertThat(MailServer.text(mail))
                    .isEqualTo("The date moved\n\n"
                            + "https://convergence.example.org/camunda/app/cockpit/default/#/process-instance/"
                            + campaign.getId());
            assertThat(MailServer.header(mail, "From"))
                    .isEqualTo("=?UTF-8?Q?Konvergenz_M=C3=BCnchen?= <convergence@example.org>");
            assertThat(MailServer.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.getSentDate()).isEqualTo(now());
        });
        assertThat(mails(joe)).hasSize(1);
        assertThat(mails(outside))
                .singleElement()
                .extracting(MailServer::text)
                .isEqualTo("Please act\n\nhttps://convergence.example.org/camunda/app/tasklist/default/#/?task=task-1");
        assertThat(open()).isEmpty();
    }

    @Test
    void remindsByTheLadderWithALinkToTheTask() {
        startGate(key, "product-ready", Map.of("accountable", "product"));
        String reviewer = person("reviewer", "product");
        Task review = review(key);
        engine.getTaskService().setAssignee(review.getId(), reviewer);

        climb(key, 1);
        deliver();

        assertThat(mails(reviewer)).singleElement().satisfies(mail -> assertThat(MailServer.text(mail))
                .contains("has waited since")
                .contains("/camunda/app/tasklist/default/#/?task=" + review.getId()));
    }

    /** Nobody ran a job for two weeks. Somebody is in every group that the ladder tells. */
    @Test
    void mailsAPersonOnceOfAllRungsThatAreDueByNow() {
        List<String> groups = List.of("marketing", "campaign-managers", "sponsors");
        String jane = person("jane", null);
        String joe = person("joe", null);
        groups.forEach(group -> engine.getIdentityService().createMembership(jane, group));
        engine.getIdentityService().createMembership(joe, "marketing");
        try {
            startGate(key, "product-ready", Map.of());
            moveTo(now().plus(Duration.ofDays(14)));
            runDueTimers(key);
            deliver();
        } finally {
            groups.forEach(group -> engine.getIdentityService().deleteMembership(jane, group));
            engine.getIdentityService().deleteMembership(joe, "marketing");
        }

        assertThat(told(key))
                .containsSubsequence(
                        "remind marketing", "backup marketing", "manager campaign-managers", "sponsor sponsors");
        for (String person : List.of(jane, joe)) {
            assertThat(mails(person)).singleElement().satisfies(mail -> assertThat(MailServer.text(mail))
                    .containsOnlyOnce("has waited since")
                    .contains("once for all rungs of the ladder that are due by now"));
        }
    }

    @Test
    void beginsOneDispatchForATransactionAndNoneForOneThatFails() {
        transaction.executeWithoutResult(status -> {
            noticeService.tell(key, "a", "chatters", "plan", "First");
            noticeService.tell(key, "b", "chatters", "plan", "Second");
            eventPublisher.happened(EventTypeCatalog.GATE_DECIDED, key, "a", Map.of());
        });
        assertThat(instances("message-dispatch")).hasSize(1);

        transaction.executeWithoutResult(status -> {
            noticeService.tell(key, "c", "chatters", "plan", "Third");
            status.setRollbackOnly();
        });
        assertThat(instances("message-dispatch")).hasSize(1);
        assertThat(told(key)).hasSize(2);
    }

    @Test
    void makesOneMailOfWhatAPersonIsToldWithinTheWindow() {
        String jane = person("jane", null);
        for (int reminder = 1; reminder <= 3; reminder++) {
            noticeService.tell(key, "gate", Notice.user(jane), "remind", "Reminder " + reminder);
            runDue();
            moveTo(now().plus(MINUTE));
        }
        assertThat(mails(jane)).isEmpty();

        moveTo(now().plus(Duration.ofMinutes(2)));
        runDue();
        assertThat(mails(jane)).singleElement().satisfies(mail -> {
            assertThat(MailServer.subject(mail)).isEqualTo("3 messages about " + key);
            assertThat(MailServer.text(mail)).isEqualTo("1. Reminder 1\n\n2. Reminder 2\n\n3. Reminder 3");
        });

        noticeService.tell(key, "gate", Notice.user(jane), "remind", "Reminder 4");
        deliver();
        assertThat(mails(jane)).extracting(MailServer::subject).endsWith("[" + key + "] Reminder 4");
    }

    @Test
    void tellsTheSameTwiceToNobody() {
        String group = "readers-" + key;
        String jane = person("jane", group);

        transaction.executeWithoutResult(status -> {
            noticeService.tell(key, "gate", group, "reassignment", "Given to jane");
            noticeService.tell(key, "gate", Notice.user(jane), "reassignment", "Given to jane");
        });
        deliver();

        assertThat(mails(jane)).extracting(MailServer::subject).containsExactly("[" + key + "] Given to jane");
    }

    @Test
    void leavesNothingBehindThatIsToldWhileABatchCloses() throws Exception {
        String jane = person("jane", null);
        noticeService.tell(key, "gate", Notice.user(jane), "remind", "Before");
        runDue();
        String batch = gathering(jane).orElseThrow();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> closing = transaction.execute(status -> {
                assertThat(mailboxes.gathering(jane)).contains(batch);
                Future<?> closes =
                        other.submit(() -> transaction.executeWithoutResult(closed -> post.close(jane, batch)));
                assertThat(isDoneSoon(closes))
                        .as("closes while a message is added")
                        .isFalse();
                messages.write(Message.of(Channel.MAIL, jane, key, "Meanwhile", null), null);
                return closes;
            });
            closing.get(10, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(messages.unsent(batch)).extracting(Message::text).containsExactly("Before", "Meanwhile");
        assertThat(gathering(jane)).isEmpty();
    }

    private Optional<String> gathering(String person) {
        return transaction.execute(status -> mailboxes.gathering(person));
    }

    private static boolean isDoneSoon(Future<?> work) {
        try {
            work.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException waits) {
            return false;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void gathersAnewWhereSomebodyEndedADeliveryByHand() {
        String jane = person("jane", null);
        noticeService.tell(key, "gate", Notice.user(jane), "remind", "First");
        runDue();
        instances("message-delivery")
                .forEach(delivery -> engine.getRuntimeService().deleteProcessInstance(delivery.getId(), "by hand"));

        noticeService.tell(key, "gate", Notice.user(jane), "remind", "Second");
        deliver();

        assertThat(mails(jane)).extracting(MailServer::subject).containsExactly("2 messages about " + key);
    }

    /** Ten minutes without a mail server, in which a hundred approvers are reminded and decide. */
    @Test
    void deliversEveryMailOnceAfterTheServerWasDown() {
        MAIL.switchOff();
        Map<String, String> approvers = new HashMap<>();
        for (int approval = 0; approval < APPROVALS; approval++) {
            String gate = key + "-" + approval;
            startGate(gate, "product-ready", Map.of("accountable", "product"));
            approvers.put(gate, person("approver-" + approval, null));
            engine.getTaskService().setAssignee(review(gate).getId(), approvers.get(gate));
        }
        Job latest = engine.getManagementService().createJobQuery().timers().active().list().stream()
                .filter(job -> "stage-gate".equals(job.getProcessDefinitionKey()))
                .max(Comparator.comparing(Job::getDuedate))
                .orElseThrow();
        moveTo(latest.getDuedate().toInstant());
        runDue("stage-gate");
        runDue("escalation-ladder");
        approvers.forEach((gate, approver) -> {
            assertThat(told(gate))
                    .filteredOn(told -> !told.startsWith("asked"))
                    .containsExactly("remind user:" + approver);
            runDue();
            engine.getTaskService().complete(review(gate).getId(), Map.of("gateOutcome", "APPROVED"));
        });
        for (int minute = 0; minute < 10; minute++) {
            moveTo(now().plus(MINUTE));
            runDue();
        }
        assertThat(mails(key)).isEmpty();
        assertThat(metrics.get("convergence.messages.waiting")
                        .tag("channel", "mail")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(APPROVALS);

        MAIL.switchOn();
        for (int minute = 0; minute < 30; minute++) {
            moveTo(now().plus(MINUTE));
            runDue();
        }

        List<MimeMessage> mails = mails(key);
        assertThat(mails).hasSize(APPROVALS);
        assertThat(mails)
                .extracting(mail -> MailServer.header(mail, "Message-ID"))
                .doesNotHaveDuplicates();
        assertThat(approvers.values())
                .allSatisfy(approver -> assertThat(mails(approver)).hasSize(1));
        assertThat(open()).isEmpty();
    }

    @Test
    void namesTheRecipientOfAMailThatWasGivenUp() {
        MAIL.switchOff();
        String jane = person("jane", null);
        noticeService.tell(key, "gate", Notice.user(jane), "remind", "Please act");
        runDue();
        ProcessInstance delivery = instances("message-delivery").get(0);
        List<Duration> waits = new ArrayList<>();
        for (Job job = onlyJob(delivery); job.getRetries() > 0; job = onlyJob(delivery)) {
            waits.add(Duration.between(now(), job.getDuedate().toInstant()));
            moveTo(job.getDuedate().toInstant());
            runDue();
        }

        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(24), Duration.ofHours(48));
        assertThat(waits.subList(2, waits.size())).as("back off").isSorted();
        Incident incident = engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(delivery.getId())
                .singleResult();
        assertThat(incident.getIncidentType()).isEqualTo("failedJob");
        assertThat(incident.getIncidentMessage())
                .startsWith("Mail to " + jane + " (" + jane + "@example.org): ")
                .containsIgnoringCase("connect");
        assertThat(metrics.get("convergence.messages.failed").gauge().value()).isGreaterThanOrEqualTo(1);

        MAIL.switchOn();
        Job givenUp = onlyJob(delivery);
        engine.getManagementService().setJobRetries(givenUp.getId(), 1);
        engine.getManagementService().setJobDuedate(givenUp.getId(), Date.from(now()));
        runDue();
        assertThat(mails(jane))
                .singleElement()
                .extracting(mail -> MailServer.header(mail, "Message-ID"))
                .isEqualTo("<" + delivery.getBusinessKey() + "@convergence.example.org>");
    }

    @Test
    void showsWhatPeopleWroteAsTextAlone() throws Exception {
        String jane = person("jane", null);
        User user = engine.getIdentityService().createUserQuery().userId(jane).singleResult();
        user.setFirstName("Jane\r\nBcc: evil@example.org");
        user.setLastName("<b>\u202eDoe</b>, other@example.org");
        engine.getIdentityService().saveUser(user);
        String name = "Sale\r\nBcc: evil@example.org\r\n\r\n<img src=x>=HYPERLINK(\"http://x\") \u202eמבצע";

        noticeService.tell(key, "gate", Notice.user(jane), "plan", "\u201c" + name + "\u201d moves");
        deliver();

        String shown =
                "\u201c\u2068Sale Bcc: evil@example.org <img src=x>=HYPERLINK(\"http://x\") מבצע\u2069\u201d moves";
        MimeMessage mail = mails(jane).get(0);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(MailServer.subject(mail)).isEqualTo("[" + key + "] " + shown);
        assertThat(MailServer.text(mail)).isEqualTo(shown);
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getAddress()).isEqualTo(jane + "@example.org");
    }

    @Test
    void writesToTheChatOfAGroupOnceForEachTransaction() throws Exception {
        int before = OTHERS.calls("/chat/TOKEN").size();
        OTHERS.answer("/chat/TOKEN", 500);
        transaction.executeWithoutResult(status -> {
            noticeService.tell(key, "a", "chatters", "plan", "<!channel> \u201cA\u201d moves");
            noticeService.tell(key, "b", "chatters", "plan", "B moves", "task-1");
            noticeService.tell(key, "b", "no-channel", "plan", "C moves");
        });
        runDue();
        assertThat(onlyJob(instances("message-delivery").get(0)).getExceptionMessage())
                .isEqualTo("Chat channel chatters: answered 500");
        moveTo(now().plus(MINUTE));
        runDue();

        List<Receiver.Call> calls = OTHERS.calls("/chat/TOKEN").subList(before, before + 2);
        assertThat(calls)
                .allSatisfy(
                        call -> assertThat(json(call))
                                .isEqualTo(
                                        json.createObjectNode()
                                                .put(
                                                        "text",
                                                        "chatters: &lt;!channel&gt; \u201c\u2068A\u2069\u201d moves\n"
                                                                + "chatters: B moves https://convergence.example.org/camunda/app/tasklist/default/#/?task=task-1")));
        assertThat(calls).extracting(call -> call.header("Idempotency-Key")).doesNotContainNull();
        assertThat(Set.copyOf(keys(calls))).hasSize(1);
        assertThat(open()).isEmpty();
    }

    @Test
    void signsEachCallAndKeepsItsIdOverRetries() throws Exception {
        OTHERS.answer("/crm", 503);
        eventPublisher.happened(EventTypeCatalog.GATE_DECIDED, key, "product-ready", Map.of("outcome", "APPROVED"));
        eventPublisher.happened(EventTypeCatalog.DATE_MOVED, key, "elsewhere", Map.of());
        runDue();
        moveTo(now().plus(MINUTE));
        runDue();

        List<Receiver.Call> calls = callsAbout("/crm", key);
        assertThat(calls).hasSize(2);
        assertThat(Set.copyOf(keys(calls))).hasSize(1);
        assertThat(calls)
                .extracting(call -> call.header("webhook-timestamp"))
                .containsExactly(
                        String.valueOf(MONDAY.getEpochSecond()),
                        String.valueOf(MONDAY.plus(MINUTE).getEpochSecond()));
        for (Receiver.Call call : calls) {
            assertThat(call.header("webhook-id")).isEqualTo(call.header("Idempotency-Key"));
            assertThat(call.header("webhook-signature")).isEqualTo(signature(call));
        }
        JsonNode payload = json(calls.get(0));
        assertThat(payload.path("type").asText()).isEqualTo("gateDecided");
        assertThat(payload.path("at").asText()).isEqualTo(MONDAY.toString());
        assertThat(payload.path("about").asText()).isEqualTo("product-ready");
        assertThat(payload.path("data").path("outcome").asText()).isEqualTo("APPROVED");
        assertThat(payload.path("id").asText()).isNotBlank();
        assertThat(payload.has("link")).isTrue();
    }

    @Test
    void writesMoneyToTheCentAndInPlainDigits() {
        eventPublisher.happened(
                EventTypeCatalog.GATE_DECIDED, key, "money", Map.of("amount", new BigDecimal("1800.00")));
        runDue();

        assertThat(callsAbout("/crm", key)).singleElement().satisfies(call -> assertThat(call.body())
                .contains("\"data\":{\"amount\":1800.00}"));
    }

    /** By the text of the specification, not by the library that signs. */
    private static String signature(Receiver.Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
        String signed = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsWhatHappensToACampaign() {
        startCampaign(key);
        walkTo(key, "userTask_reviewGate");
        climb(key, 3);
        decide(key, "APPROVED");
        walkTo(key, "userTask_acceptHandoff");
        complete(key, "userTask_acceptHandoff", Map.of("handoffAccepted", true));
        engine.getRuntimeService()
                .createMessageCorrelation("campaignCancelled")
                .processInstanceBusinessKey(key)
                .setVariable("cancellationRationale", "No budget")
                .correlate();
        runDue();

        assertThat(callsAbout("/campaigns", key).stream().map(this::json))
                .extracting(event ->
                        event.path("type").asText() + " " + event.path("about").asText(""))
                .containsExactlyInAnyOrder(
                        "campaignStarted ",
                        "stallRaised product-ready",
                        "stallResolved product-ready",
                        "handoffAnswered assets-to-sales",
                        "campaignCancelled ");
    }

    @Test
    void tellsOfDrafts() {
        engine.getRuntimeService().startProcessInstanceByKey("track", key, Map.of("trackId", "product-track"));
        complete(key, "userTask_makeDraft", Map.of("makeDraftResult", "It", "makeDraftLinks", "A folder"));
        runDue();

        assertThat(callsAbout("/drafts", key)).singleElement().satisfies(call -> {
            assertThat(json(call).path("type").asText()).isEqualTo("draftShared");
            assertThat(json(call).path("about").asText()).isEqualTo("product-track");
            assertThat(json(call).at("/data/version").asInt()).isEqualTo(1);
            assertThat(json(call).at("/data/links").asText()).isEqualTo("A folder");
        });
    }

    /** With as many threads as the engine has, and more calls to the target that hangs than threads. */
    @Test
    void aTargetThatHangsDelaysNoOther() throws Exception {
        OTHERS.hold("/hanging");
        for (int event = 0; event < MANY; event++) {
            eventPublisher.happened(EventTypeCatalog.CAMPAIGN_LAUNCHED, key, "event-" + event, Map.of());
        }
        runDue("message-dispatch");
        List<String> hangingFirst = due("message-delivery").stream()
                .sorted(Comparator.comparing(job -> recipient(job).equals("healthy")))
                .map(Job::getId)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> sending = new ArrayList<>();
            hangingFirst.forEach(job -> sending.add(threads.submit(() -> execute(job))));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> callsAbout("/healthy", key).size() == MANY);
            assertThat(callsAbout("/hanging", key)).hasSizeLessThanOrEqualTo(6);
            for (Future<?> sent : sending) {
                sent.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(engine.getManagementService().createJobQuery().timers().list())
                .filteredOn(job -> "message-delivery".equals(job.getProcessDefinitionKey()))
                .as("step aside, without an attempt being counted")
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.getExceptionMessage()).isNull());

        OTHERS.release("/hanging");
        for (int round = 0; round < 10; round++) {
            moveTo(now().plus(MINUTE));
            runDue();
        }
        List<Receiver.Call> calls = callsAbout("/hanging", key);
        assertThat(Set.copyOf(keys(calls))).hasSize(MANY);
        assertThat(open()).isEmpty();
    }

    private String recipient(Job job) {
        return (String) engine.getRuntimeService().getVariable(job.getProcessInstanceId(), "recipient");
    }

    private JsonNode json(Receiver.Call call) {
        try {
            return json.readTree(call.body());
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> keys(List<Receiver.Call> calls) {
        return calls.stream().map(call -> call.header("Idempotency-Key")).toList();
    }

    private List<Receiver.Call> callsAbout(String path, String campaign) {
        return OTHERS.calls(path).stream()
                .filter(call -> json(call).path("campaign").asText().equals(campaign))
                .toList();
    }

    private static List<MimeMessage> mails(String person) {
        return MAIL.to(person);
    }

    /** Somebody with a mail address, whose id contains the campaign's key. */
    private String person(String name, String group) {
        String id = personWithout(name, group);
        User user = engine.getIdentityService().createUserQuery().userId(id).singleResult();
        user.setEmail(id + "@example.org");
        engine.getIdentityService().saveUser(user);
        return id;
    }

    private String personWithout(String name, String group) {
        String id = name + "-of-" + key + "-";
        User user = engine.getIdentityService().newUser(id);
        user.setFirstName(name);
        user.setPassword("A password, long enough 1!");
        engine.getIdentityService().saveUser(user);
        if (group != null) {
            if (engine.getIdentityService().createGroupQuery().groupId(group).count() == 0) {
                engine.getIdentityService()
                        .saveGroup(engine.getIdentityService().newGroup(group));
            }
            engine.getIdentityService().createMembership(id, group);
        }
        return id;
    }

    /** Dispatches, waits for the window to end, and sends. */
    private void deliver() {
        runDue();
        moveTo(now().plus(WINDOW));
        runDue();
    }

    private void runDue() {
        runDue("message-dispatch");
        runDue("message-delivery");
    }

    /** Runs every job of a process that is due, and those that follow from it; what fails is due later. */
    private void runDue(String process) {
        for (List<Job> due = due(process); !due.isEmpty(); due = due(process)) {
            due.forEach(job -> execute(job.getId()));
        }
    }

    private List<Job> due(String process) {
        return engine.getManagementService().createJobQuery().executable().list().stream()
                .filter(job -> process.equals(job.getProcessDefinitionKey()))
                .toList();
    }

    private void execute(String job) {
        try {
            engine.getManagementService().executeJob(job);
        } catch (RuntimeException failed) {
            // The engine has counted it, as the job executor would.
        }
    }

    private Job onlyJob(ProcessInstance instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private List<ProcessInstance> instances(String process) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .list();
    }

    /** The processes that are still under way to tell somebody. */
    private Set<String> open() {
        return IntStream.range(0, 2)
                .mapToObj(i -> instances(i == 0 ? "message-dispatch" : "message-delivery"))
                .flatMap(List::stream)
                .map(ProcessInstance::getBusinessKey)
                .collect(Collectors.toSet());
    }
}
