package dev.convergence.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is named when the application starts, and never shown. */
class OutgoingSettingsTest {

    private static final PublicSettings ADDRESS = new PublicSettings("https://convergence.example/");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @CsvSource({
        "http://crm.example/in, false",
        "ftp://crm.example/in, true",
        "file:///etc/passwd, true",
        "crm.example/in, true",
        "https:///in, true",
        "https://user:password@crm.example/, false",
        "'', false",
        "https://crm example/SECRET, false"
    })
    void refusesAnAddressThatIsNotToBeCalled(String url, boolean allowPrivate) {
        assertThatThrownBy(() -> webhooks(new WebhookSettings.Target(url, SECRET, Set.of(), allowPrivate)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("convergence.webhooks.targets.crm.url ")
                .hasMessageNotContaining("crm example")
                .hasMessageNotContaining("password@");
        assertThatThrownBy(() -> new ChatChannels(new ChatSettings(null, Map.of("sales", url), allowPrivate), ADDRESS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("convergence.chat.groups.sales ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "whsec_", "not base64!", "whsec_c2hvcnQ="})
    void refusesAWeakSecret(String secret) {
        assertThatThrownBy(() -> webhooks(new WebhookSettings.Target("https://crm.example/", secret, Set.of(), false)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("convergence.webhooks.targets.crm.secret ")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void refusesATypeOfEventThatThereIsNot() {
        assertThatThrownBy(() -> webhooks(
                        new WebhookSettings.Target("https://crm.example/", SECRET, Set.of("gateDecidde"), false)))
                .hasMessageStartingWith("convergence.webhooks.targets.crm.events names gateDecidde");
    }

    @Test
    void tellsThoseWhoSubscribe() {
        Webhooks webhooks = new Webhooks(
                settings(Map.of(
                        "all", new WebhookSettings.Target("https://a.example/", SECRET, null, false),
                        "gates",
                                new WebhookSettings.Target(
                                        "http://b.example/", SECRET, Set.of(EventTypes.GATE_DECIDED), true))),
                ADDRESS);

        assertThat(webhooks.subscribing(EventTypes.GATE_DECIDED)).containsExactly("all", "gates");
        assertThat(webhooks.subscribing(EventTypes.DATE_MOVED)).containsExactly("all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "convergence.example", "ftp://convergence.example"})
    void asksForThePublicAddressWhereMessagesCarryLinks(String address) {
        assertThatThrownBy(() -> new ChatChannels(
                        new ChatSettings("https://chat.example/x", null, false), new PublicSettings(address)))
                .hasMessageStartingWith("convergence.public-url ");
        assertThatCode(() -> new ChatChannels(new ChatSettings(null, null, false), new PublicSettings(address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "m\u00fcller@b.example",
                "a@-\u00fc.example"
            })
    void asksForASender(String from) {
        assertThatThrownBy(() -> new MailSettings(from, Duration.ZERO).check())
                .hasMessageStartingWith("convergence.mail.from ");
    }

    @ParameterizedTest
    @CsvSource({
        "Konvergenz M\u00fcnchen <mail@m\u00fcnchen.example>, =?UTF-8?Q?Konvergenz_M=C3=BCnchen?= <mail@xn--mnchen-3ya.example>",
        "Convergence <mail@example.org>, Convergence <mail@example.org>",
        "mail@example.org, mail@example.org",
    })
    void writesTheSenderInAscii(String from, String header) {
        assertThat(new MailSettings(from, Duration.ZERO).sender()).hasToString(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT21S", "PT30S"})
    void endsCallsWellBeforeAJobsLock(String timeout) {
        assertThatThrownBy(() -> new WebhookSettings(Duration.parse(timeout), Map.of()))
                .hasMessageStartingWith("convergence.webhooks.timeout ");
    }

    @Test
    void printsNoSecret() {
        WebhookSettings.Target target =
                new WebhookSettings.Target("https://crm.example/token", SECRET, Set.of(), false);

        assertThat(settings(Map.of("crm", target)).toString()).doesNotContain(SECRET, "token");
        assertThat(new ChatSettings("https://chat.example/token", Map.of(), false).toString())
                .doesNotContain("token");
    }

    private static Webhooks webhooks(WebhookSettings.Target target) {
        return new Webhooks(settings(Map.of("crm", target)), ADDRESS);
    }

    private static WebhookSettings settings(Map<String, WebhookSettings.Target> targets) {
        return new WebhookSettings(Duration.ofSeconds(10), targets);
    }
}
