package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.RunningApplication;
import dev.convergence.people.CurrentUser;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;

class RecentSignInProviderTest extends RunningApplication {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final String PASSWORD = "right";

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final String user = "signs" + UUID.randomUUID().toString().replace("-", "");
    private IdentityService identity;
    private AuthenticationProvider signIns;

    @BeforeEach
    void knowOneUser(@Autowired EngineAuthenticationProvider users) {
        identity = engine.getIdentityService();
        User known = identity.newUser(user);
        known.setPassword(PASSWORD);
        identity.saveUser(known);
        signIns = new RecentSignInProvider(counted(users), KEPT, nanos::get);
    }

    private AuthenticationProvider counted(AuthenticationProvider users) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication claim) {
                asked.incrementAndGet();
                return users.authenticate(claim);
            }

            @Override
            public boolean supports(Class<?> type) {
                return users.supports(type);
            }
        };
    }

    @Test
    void askTheEngineOnceInAWhile() {
        CurrentUser first = signIn(PASSWORD);
        pass(KEPT.minusNanos(1));

        assertThat(signIn(PASSWORD)).isEqualTo(first);
        assertThat(first.id()).isEqualTo(user);
        assertThat(asked).hasValue(1);

        pass(Duration.ofNanos(1));
        signIn(PASSWORD);

        assertThat(asked).as("counted from the first, not from the last").hasValue(2);
    }

    @Test
    void haveAChangedPasswordCountAfterThatTime() {
        signIn(PASSWORD);
        User changed = identity.createUserQuery().userId(user).singleResult();
        changed.setPassword("another");
        identity.saveUser(changed);

        assertThat(signIn("another").id()).as("the new one at once").isEqualTo(user);
        pass(KEPT);

        assertThatThrownBy(() -> signIn(PASSWORD)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void haveAChangedMembershipCountAfterThatTime() {
        identity.createMembership(user, "analytics");
        assertThat(signIn(PASSWORD).isIn("analytics")).isTrue();
        identity.deleteMembership(user, "analytics");

        pass(KEPT);

        assertThat(signIn(PASSWORD).isIn("analytics")).isFalse();
    }

    @Test
    void neverKeepAWrongPassword() {
        for (int guess = 1; guess <= 3; guess++) {
            assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);

            assertThat(asked).as("the engine counts each guess").hasValue(guess);
        }
    }

    @Test
    void doNotLetAWrongPasswordInWhereTheRightOneIsKnown() {
        signIn(PASSWORD);

        assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> signIns.authenticate(claim(user + PASSWORD.charAt(0), PASSWORD.substring(1))))
                .as("the same letters, parted elsewhere")
                .isInstanceOf(BadCredentialsException.class);
    }

    /** What a call writes onto its token (its address) is not seen by the next. */
    @Test
    void giveEachCallATokenOfItsOwn() {
        assertThat(signIns.authenticate(claim(user, PASSWORD)))
                .isNotSameAs(signIns.authenticate(claim(user, PASSWORD)))
                .extracting(Authentication::getCredentials)
                .isNull();
    }

    @Test
    void areNotKeptWhereThatIsSwitchedOff(@Autowired EngineAuthenticationProvider users) {
        assertThat(RecentSignInProvider.before(users, Duration.ZERO)).isSameAs(users);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT3.001S", "PT1H", "PT-1S"})
    void areKeptForThreeSecondsAtMost(Duration kept) {
        assertThatThrownBy(() -> new SecurityProperties(DataSize.ofBytes(1), DataSize.ofBytes(1), kept))
                .hasMessageContaining("sign-in-kept");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private CurrentUser signIn(String password) {
        return (CurrentUser) signIns.authenticate(claim(user, password)).getPrincipal();
    }

    private static Authentication claim(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }
}
