package dev.convergence.notification.delivery;

import java.net.URI;

/**
 * An address that may be called.
 *
 * @param allowPrivate whether it may be plain http, and in a private network
 */
public record Endpoint(URI url, boolean allowPrivate) {

    /** @throws InvalidSetting naming the setting that the address stands in */
    public static Endpoint of(String setting, String value, boolean allowPrivate) {
        InvalidSettingException.unless(value != null && !value.isBlank(), setting, "is missing");
        URI url = InvalidSettingException.address(setting, value);
        boolean secure = "https".equals(url.getScheme());
        InvalidSettingException.unless(
                secure || allowPrivate && "http".equals(url.getScheme()),
                setting,
                "must begin with https:// (or be allowed to be private)");
        InvalidSettingException.unless(url.getHost() != null, setting, "names no host");
        InvalidSettingException.unless(url.getUserInfo() == null, setting, "must not carry a user or a password");
        return new Endpoint(url, allowPrivate);
    }

    /** The path may carry a token. */
    @Override
    public String toString() {
        return url.getHost();
    }
}
