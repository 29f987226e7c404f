package dev.convergence.signin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.convergence.SurfaceTest;
import dev.convergence.benchmark.StatementLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Guessing a password from wherever, through every door where one is checked. Addresses come as a proxy sends them. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sign-in;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "server.forward-headers-strategy=native"
        })
@Import(StatementLog.OfApplication.class)
class SignInSurfaceTest extends SurfaceTest {

    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    /** Each test has a day of its own: what was wrong on another counts no longer. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    private SignInProperties limits;

    @Autowired
    private SignInRepository attempts;

    @Autowired
    private SignInPolicy policy;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private StatementLog statements;

    private final String user = "guessed" + UUID.randomUUID().toString().replace("-", "");
    private final String home = address();

    /** A place where a password is asked for, and whether what was sent was taken for right. */
    enum Door {
        API {
            @Override
            boolean opens(SignInSurfaceTest test, String user, String password, String source) {
                return test.isIn(test.knock(user, password, source, "/api/test/me"));
            }
        },
        ENGINE_REST {
            @Override
            boolean opens(SignInSurfaceTest test, String user, String password, String source) {
                return test.isIn(test.knock(user, password, source, "/engine-rest/version"));
            }
        },
        WEBAPPS {
            @Override
            boolean opens(SignInSurfaceTest test, String user, String password, String source) throws Exception {
                return test.isIn(test.logIn(user, password, source));
            }
        },
        VERIFICATION {
            @Override
            boolean opens(SignInSurfaceTest test, String user, String password, String source) {
                return test.send(test.from(source, test.request("admin", "/engine-rest/identity/verify"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password))))
                        .body()
                        .contains("\"authenticated\":true");
            }
        };

        abstract boolean opens(SignInSurfaceTest test, String user, String password, String source) throws Exception;
    }

    @BeforeEach
    void createTheUser() {
        moveTo(MONDAY.plus(Duration.ofDays(DAYS.incrementAndGet())));
        createUser(user);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void guessingEveryFourSecondsLocksNobodyOut(Door door) throws Exception {
        String attacker = address();
        assertThat(door.opens(this, user, RIGHT, home)).as("before").isTrue();
        assertThat(door.opens(this, "admin", "admin", attacker))
                .as("another user there")
                .isTrue();

        for (int guess = 0; guess < 120; guess++) {
            moveTo(now().plusSeconds(4));
            assertThat(door.opens(this, user, WRONG, attacker)).isFalse();
        }

        assertThat(door.opens(this, user, RIGHT, attacker))
                .as("from where it is guessed")
                .isFalse();
        assertThat(door.opens(this, user, RIGHT, home)).as("from a known place").isTrue();
        assertThat(door.opens(this, user, RIGHT, address()))
                .as("from a new place")
                .isTrue();
        assertThat(counted("place")).as("operators see it").isPositive();
        moveTo(now().plus(limits.window()).plusSeconds(1));
        assertThat(door.opens(this, user, RIGHT, attacker)).as("a while later").isTrue();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void manySourcesSlowAnAccountWhereItIsNotKnown(Door door) throws Exception {
        door.opens(this, user, RIGHT, home);

        for (int source = 0; source < limits.wrongPerAccount(); source++) {
            String attacker = address();
            assertThat(door.opens(this, user, WRONG, attacker)).isFalse();
        }

        assertThat(door.opens(this, user, RIGHT, address()))
                .as("from a new place")
                .isFalse();
        assertThat(door.opens(this, user, RIGHT, home)).as("from a known place").isTrue();
        moveTo(now().plus(limits.window()).plusSeconds(1));
        assertThat(door.opens(this, user, RIGHT, address())).as("a while later").isTrue();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aSourceIsSlowedForAllAccountsThatAreNotKnownThere(Door door) throws Exception {
        String attacker = address();
        String other = user + "x";
        createUser(other);
        door.opens(this, user, RIGHT, attacker);
        door.opens(this, "admin", "admin", attacker);

        for (int guess = 0; guess < limits.wrongPerSource(); guess++) {
            door.opens(this, "nobody" + guess, WRONG, attacker);
        }

        assertThat(door.opens(this, other, RIGHT, attacker))
                .as("a stranger there")
                .isFalse();
        assertThat(door.opens(this, user, RIGHT, attacker))
                .as("who is known there")
                .isTrue();
        assertThat(door.opens(this, other, RIGHT, address())).as("elsewhere").isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"API", "ENGINE_REST", "WEBAPPS"})
    void allDoorsCountTogether(Door door) throws Exception {
        String attacker = address();
        for (int guess = 0; guess < limits.wrongPerPlace(); guess++) {
            Door one = List.of(Door.API, Door.ENGINE_REST, Door.WEBAPPS).get(guess % 3);
            one.opens(this, user, WRONG, attacker);
        }

        assertThat(door.opens(this, user, RIGHT, attacker)).isFalse();
    }

    /** Whoever is signed in, be it by somebody else's open browser, guesses the password that a change of it asks for. */
    @Test
    void aChangeOfPasswordIsADoorToo() {
        String visitor = address();
        for (int guess = 0; guess < limits.wrongPerPlace(); guess++) {
            assertThat(change(WRONG, visitor).statusCode()).isEqualTo(400);
        }

        HttpResponse<String> refused = change(RIGHT, visitor);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(isIn(knock(user, RIGHT, home, "/api/test/me"))).isTrue();
    }

    @Test
    void anAddressOfANetworkCountsAsTheNetwork() {
        for (int guess = 0; guess < limits.wrongPerPlace(); guess++) {
            knock(user, WRONG, "2001:db8:%x:1::%x".formatted(DAYS.get(), guess + 1), "/api/test/me");
        }

        assertThat(isIn(knock(user, RIGHT, "2001:db8:%x:1:ffff::1".formatted(DAYS.get()), "/api/test/me")))
                .isFalse();
        assertThat(isIn(knock(user, RIGHT, "2001:db8:%x:2::1".formatted(DAYS.get()), "/api/test/me")))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"API", "ENGINE_REST", "WEBAPPS"})
    void whoIsKnownAndWhoIsNotAreAnsweredAlike(Door door) throws Exception {
        String guesser = address();
        String elsewhere = address();
        int known = hashes(() -> answer(door, user, guesser));
        int unknown = hashes(() -> answer(door, "nobody" + user, elsewhere));
        assertThat(known).isEqualTo(unknown).isEqualTo(1);
        assertAlike(answer(door, user, guesser), answer(door, "nobody" + user, elsewhere));

        for (int guess = 0; guess < limits.wrongPerPlace(); guess++) {
            answer(door, user, guesser);
            answer(door, "nobody" + user, elsewhere);
        }

        HttpResponse<String> slowed = answer(door, user, guesser);
        assertThat(slowed.headers().firstValue("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait))
                        .isBetween(1, (int) limits.window().toSeconds()));
        assertAlike(slowed, answer(door, "nobody" + user, elsewhere));
        assertThat(hashes(() -> answer(door, user, guesser))).isZero();
        assertThat(hashes(() -> answer(door, "nobody" + user, elsewhere))).isZero();
    }

    /** The other node: its own memory, the same table. */
    @Test
    void nodesCountTogether() {
        SignInRequestContext nowhere = new SignInRequestContext();
        ThrottlingSignInGuard one = node(nowhere);
        ThrottlingSignInGuard other = node(nowhere);

        for (int guess = 0; guess < limits.wrongPerPlace(); guess++) {
            ThrottlingSignInGuard node = guess % 2 == 0 ? one : other;
            assertThat(node.admits(user)).isTrue();
            node.rejected(user);
        }

        assertThat(one.admits(user)).isFalse();
        assertThat(other.admits(user)).isFalse();
    }

    @Test
    void aPlaceKnownToOneNodeIsKnownToTheOther() {
        SignInRequestContext nowhere = new SignInRequestContext();
        String name = user + "elsewhere";
        node(nowhere).accepted(name);
        for (int source = 0; source < limits.wrongPerAccount(); source++) {
            attempts.addWrong(SignInAttempt.of(name, address()), now());
        }

        assertThat(node(nowhere).admits(name)).isTrue();
    }

    @Test
    void whomTheEngineLockedGetsInAgain() {
        jdbc.update(
                "update ACT_ID_USER set ATTEMPTS_ = 100, LOCK_EXP_TIME_ = ? where ID_ = ?",
                java.sql.Timestamp.from(now().plus(Duration.ofDays(1000))),
                user);

        assertThat(isIn(knock(user, RIGHT, home, "/api/test/me"))).isTrue();
    }

    @Test
    void nothingIsWrittenToTheUser() {
        for (int guess = 0; guess < 12; guess++) {
            knock(user, WRONG, address(), "/api/test/me");
        }

        assertThat(jdbc.queryForObject("select ATTEMPTS_ from ACT_ID_USER where ID_ = ?", Integer.class, user))
                .isIn(null, 0);
    }

    @Test
    void whoeverHasSignedInCostsNoMoreStatementsThanWithoutAGuard() {
        IdentityService identity = engine.getIdentityService();
        identity.checkPassword(user, RIGHT);

        assertThat(statements.of(() -> identity.checkPassword(user, RIGHT)))
                .singleElement()
                .asString()
                .containsIgnoringCase("ACT_ID_USER");
    }

    @Test
    void isToldToOperatorsWithoutThePassword() {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.convergence.signin");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            for (int guess = 0; guess < limits.wrongPerPlace() + 20; guess++) {
                knock(user, "secret-guess", home, "/api/test/me");
            }
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                .contains(user, home)
                .doesNotContain("secret-guess"));
        assertThat(get("admin", "/actuator/prometheus").body())
                .contains("convergence_sign_ins_refused_total{reason=\"place\"}");
    }

    @Test
    void whatCountsNoLongerIsRemoved() {
        String name = user + "old";
        SignInAttempt old = SignInAttempt.of(name, home);
        attempts.addWrong(old, now().minus(limits.window()));
        attempts.addRight(old, now().minus(limits.placeKept()));
        SignInAttempt young = SignInAttempt.of(name + "young", home);
        attempts.addWrong(young, now());
        attempts.addRight(young, now().minus(limits.window()));

        new SignInCleaner(attempts, policy, clock).removeOld();

        assertThat(rows(old)).isZero();
        assertThat(rows(young)).isEqualTo(2);
    }

    private int rows(SignInAttempt attempt) {
        return jdbc.queryForObject(
                "select count(*) from CC_SIGN_IN where ACCOUNT = ?", Integer.class, attempt.account());
    }

    private ThrottlingSignInGuard node(SignInRequestContext requests) {
        return new ThrottlingSignInGuard(
                requests,
                attempts,
                policy,
                new SignInCleaner(attempts, policy, clock),
                new SignInMetrics(meters),
                new SignInLogger(),
                clock);
    }

    private HttpResponse<String> answer(Door door, String name, String source) throws Exception {
        return switch (door) {
            case API -> knock(name, WRONG, source, "/api/test/me");
            case ENGINE_REST -> knock(name, WRONG, source, "/engine-rest/version");
            default -> logIn(name, WRONG, source);
        };
    }

    private interface Call {

        HttpResponse<String> send() throws Exception;
    }

    /** How many passwords are hashed meanwhile: what takes time. */
    private int hashes(Call call) throws Exception {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        PasswordManager real = configuration.getPasswordManager();
        AtomicInteger hashed = new AtomicInteger();
        configuration.setPasswordManager(new PasswordManager(configuration.getPasswordEncryptor(), List.of()) {
            @Override
            public boolean check(String password, String encrypted) {
                hashed.incrementAndGet();
                return real.check(password, encrypted);
            }
        });
        try {
            assertThat(isIn(call.send())).isFalse();
        } finally {
            configuration.setPasswordManager(real);
        }
        return hashed.get();
    }

    private static void assertAlike(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.statusCode()).isEqualTo(401).isEqualTo(other.statusCode());
        assertThat(timeless(one.body())).isEqualTo(timeless(other.body()));
        assertThat(headers(one)).isEqualTo(headers(other));
    }

    private static String timeless(String body) {
        return body.replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "set-cookie", "x-xsrf-token", "content-security-policy"));
        return headers;
    }

    private HttpResponse<String> knock(String name, String password, String source, String path) {
        return send(from(source, request(name, password, path)).GET());
    }

    private HttpResponse<String> change(String password, String source) {
        return send(from(source, request("admin", "admin", "/engine-rest/user/" + user + "/credentials"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}"
                        .formatted(RIGHT, password.equals(RIGHT) ? "admin" : password))));
    }

    private HttpResponse<String> logIn(String name, String password, String source) throws Exception {
        HttpResponse<String> page = send(
                from(source, request(NOBODY, "/camunda/app/tasklist/default/")).GET());
        String cookies = String.join(
                "; ",
                page.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
        String token = cookies.replaceAll(".*XSRF-TOKEN=([^;]*).*", "$1");
        return send(from(source, request(NOBODY, "/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("Cookie", cookies)
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=" + password)));
    }

    private HttpRequest.Builder from(String source, HttpRequest.Builder request) {
        return request.header("X-Forwarded-For", source);
    }

    private boolean isIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 401);
        return answer.statusCode() == 200;
    }

    private double counted(String reason) {
        return meters.get("convergence.sign.ins.refused")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private void createUser(String id) {
        IdentityService identity = engine.getIdentityService();
        User created = identity.newUser(id);
        created.setPassword(RIGHT);
        identity.saveUser(created);
        identity.createMembership(id, "legal");
    }

    /** Of no network that the server takes for a proxy's. */
    private static String address() {
        int network = NETWORKS.incrementAndGet();
        return "203.%d.%d.7".formatted(network / 250, network % 250);
    }
}
