package dev.convergence.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Mail addresses as headers carry them, in ASCII: a name with umlauts as an encoded word (RFC 2047), a domain with
 * umlauts in its ASCII form (RFC 3490).
 */
final class MailAddress {

    /** What Java's form of a domain (RFC 3490) makes another letter of, or nothing, and later rules (RFC 5890) keep. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private MailAddress() {}

    /**
     * An address with or without a name, as in {@code Convergence <mail@example.org>}.
     *
     * @throws AddressException where it is none, or one that mail servers do not take
     */
    static InternetAddress parse(String text) throws AddressException {
        InternetAddress parsed = new InternetAddress(text, true);
        return of(parsed.getAddress(), parsed.getPersonal());
    }

    /**
     * An address and the name of whom it belongs to.
     *
     * @param name null where there is none
     * @throws AddressException where it is none, or one that mail servers do not take
     */
    static InternetAddress of(String address, String name) throws AddressException {
        InternetAddress result = new InternetAddress(ascii(address), true);
        try {
            result.setPersonal(name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return result;
    }

    private static String ascii(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        String mailbox = address.substring(0, at + 1);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(mailbox)) {
            throw new AddressException("has a character before the @ that mail servers do not take", address);
        }
        if (AMBIGUOUS.matcher(address.substring(at + 1)).find()) {
            throw new AddressException(
                    "has a letter in its domain that leads to another domain; write it as xn--…", address);
        }
        try {
            return mailbox + IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            throw new AddressException("has no valid domain", address);
        }
    }
}
