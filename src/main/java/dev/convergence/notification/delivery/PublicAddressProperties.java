package dev.convergence.notification.delivery;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach the application.
 *
 * @param publicUrl the address that links in messages begin with
 */
@ConfigurationProperties("convergence")
public record PublicAddressProperties(String publicUrl) {

    private static final String NAME = "convergence.public-url";
    private static final Pattern USABLE = Pattern.compile("https?://[\\w.:/\\[\\]-]+");

    /** @throws InvalidSetting where links would lead nowhere */
    public void check() {
        InvalidSettingException.unless(
                publicUrl != null && !publicUrl.isBlank(), NAME, "is missing: messages carry links");
        URI address = InvalidSettingException.address(NAME, publicUrl);
        InvalidSettingException.unless(
                address.getHost() != null && address.getScheme().matches("https?"), NAME, "must begin with https://");
    }

    /** Whether links can begin with it. */
    boolean isUsable() {
        return publicUrl != null && USABLE.matcher(publicUrl).matches();
    }

    /** Without the slash at the end. */
    String base() {
        return publicUrl.replaceFirst("/+$", "");
    }

    public String host() {
        return URI.create(publicUrl).getHost();
    }
}
