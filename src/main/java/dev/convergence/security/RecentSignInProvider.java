package dev.convergence.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.convergence.people.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;

/**
 * Knows for a moment who has signed in, so that the engine is not asked for each of many calls. Keeps no password, only
 * a hash of it under a key that nobody knows; a password that is wrong is never kept, and each guess is counted.
 */
final class RecentSignInProvider implements AuthenticationProvider {

    private static final int MOST = 1000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final AuthenticationProvider users;
    private final Cache<String, CurrentUser> known;
    private final SecretKeySpec key;

    RecentSignInProvider(AuthenticationProvider users, Duration kept, Ticker ticker) {
        this.users = users;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(kept)
                .ticker(ticker)
                .build();
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The users themselves where nothing is to be kept. */
    static AuthenticationProvider before(AuthenticationProvider users, Duration kept) {
        return kept.isZero() ? users : new RecentSignInProvider(users, kept, Ticker.systemTicker());
    }

    /** Calls at one moment ask once; what is thrown is not kept. */
    @Override
    public Authentication authenticate(Authentication claim) {
        CurrentUser user = known.get(
                proof(claim), any -> (CurrentUser) users.authenticate(claim).getPrincipal());
        return AuthenticatedUserFactory.of(user);
    }

    /** The length keeps name and password apart. */
    private String proof(Authentication claim) {
        String name = claim.getName();
        String text = name.length() + ":" + name + claim.getCredentials();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return users.supports(type);
    }
}
