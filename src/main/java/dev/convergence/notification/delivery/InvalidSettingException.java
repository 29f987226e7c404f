package dev.convergence.notification.delivery;

import java.net.URI;
import java.net.URISyntaxException;

/** Stops the start. Names the setting, never its value. */
public class InvalidSettingException extends IllegalStateException {

    public InvalidSettingException(String setting, String reason) {
        super(setting + " " + reason);
    }

    public static void unless(boolean valid, String setting, String reason) {
        if (!valid) {
            throw new InvalidSettingException(setting, reason);
        }
    }

    /** @throws InvalidSetting where the value is no absolute address */
    static URI address(String setting, String value) {
        try {
            URI address = new URI(value);
            unless(address.isAbsolute(), setting, "must be an absolute address");
            return address;
        } catch (URISyntaxException malformed) {
            throw new InvalidSettingException(setting, "is no valid address");
        }
    }
}
