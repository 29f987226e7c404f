package dev.convergence.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who wants in, and from where, as hashes: a name may be of any length, and an address is nobody's business.
 *
 * @param account the hash of the name of a user, who may not exist
 * @param source the hash of the address
 */
record SignInAttempt(String account, String source) {

    static SignInAttempt of(String user, String address) {
        return new SignInAttempt(hash(user), hash(address));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }
}
