package dev.convergence.notification.mail;

import dev.convergence.notification.delivery.InvalidSettingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is written. The server is {@code spring.mail}; without a host there, nobody gets mail.
 *
 * @param from the sender's address, with or without a name
 * @param digestWindow how long messages to one person gather before they go out as one mail; zero sends each by itself
 */
@ConfigurationProperties("convergence.mail")
public record MailProperties(String from, @DefaultValue("PT5M") Duration digestWindow) {

    private static final String FROM = "convergence.mail.from";

    /** @throws InvalidSetting where no mail could be sent */
    public void check() {
        InvalidSettingException.unless(from != null && !from.isBlank(), FROM, "is missing: spring.mail.host is set");
        InvalidSettingException.unless(
                !digestWindow.isNegative(), "convergence.mail.digest-window", "must not be negative");
        sender();
    }

    public InternetAddress sender() {
        try {
            return MailAddress.parse(from);
        } catch (AddressException malformed) {
            throw new InvalidSettingException(FROM, "is no valid mail address");
        }
    }
}
