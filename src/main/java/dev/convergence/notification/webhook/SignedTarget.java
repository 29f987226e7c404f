package dev.convergence.notification.webhook;

import com.standardwebhooks.Webhook;
import dev.convergence.notification.delivery.Endpoint;
import dev.convergence.notification.delivery.InvalidSettingException;
import java.util.Base64;

/** A system that is called with signatures it can verify, by the scheme of Standard Webhooks (www.standardwebhooks.com). */
public final class SignedTarget {

    private static final String SECRET_PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;

    private final Endpoint endpoint;
    private final Webhook signer;

    private SignedTarget(Endpoint endpoint, Webhook signer) {
        this.endpoint = endpoint;
        this.signer = signer;
    }

    /**
     * Reads a target's settings, which stop the start where they cannot be used.
     *
     * @param setting what stands before {@code .url}, {@code .secret} and {@code .allow-private} in the settings
     * @param secret {@code whsec_} and at least 24 random bytes in Base64
     * @param allowPrivate whether the address may be plain http, and in a private network
     * @throws IllegalStateException naming the setting that is wrong, never its value
     */
    public static SignedTarget of(String setting, String url, String secret, boolean allowPrivate) {
        return new SignedTarget(
                Endpoint.of(setting + ".url", url, allowPrivate), new Webhook(key(setting + ".secret", secret)));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Webhook signer() {
        return signer;
    }

    private static byte[] key(String setting, String secret) {
        InvalidSettingException.unless(secret != null && !secret.isBlank(), setting, "is missing");
        try {
            byte[] key = Base64.getDecoder().decode(secret.strip().replaceFirst("^" + SECRET_PREFIX, ""));
            InvalidSettingException.unless(
                    key.length >= SHORTEST_SECRET, setting, "must hold at least " + SHORTEST_SECRET + " bytes");
            return key;
        } catch (IllegalArgumentException noBase64) {
            throw new InvalidSettingException(setting, "must be Base64, after " + SECRET_PREFIX);
        }
    }

    /** Holds a secret. */
    @Override
    public String toString() {
        return endpoint.toString();
    }
}
