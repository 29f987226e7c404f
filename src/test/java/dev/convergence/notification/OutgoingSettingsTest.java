package dev.convergence.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.notification.chat.ChatChannels;
import dev.convergence.notification.chat.ChatProperties;
import dev.convergence.notification.delivery.InvalidSettingException;
import dev.convergence.notification.delivery.PublicAddressProperties;
import dev.convergence.notification.mail.MailProperties;
import dev.convergence.notification.webhook.EventTypeCatalog;
import dev.convergence.notification.webhook.Subscriptions;
import dev.convergence.notification.webhook.WebhookProperties;
import dev.convergence.notification.webhook.WebhookSubscriptionResolver;
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

    private static final PublicAddressProperties ADDRESS = new PublicAddressProperties("https://convergence.example/");
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
        assertThatThrownBy(() -> webhooks(new WebhookProperties.Target(url, SECRET, Set.of(), allowPrivate)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("convergence.webhooks.targets.crm.url ")
                .hasMessageNotContaining("crm example")
                .hasMessageNotContaining("password@");
        assertThatThrownBy(() -> ChatChannels.of(new ChatProperties(null, Map.of("sales", url), allowPrivate), ADDRESS))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("convergence.chat.groups.sales ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "whsec_", "not base64!", "whsec_c2hvcnQ="})
    void refusesAWeakSecret(String secret) {
        assertThatThrownBy(
                        () -> webhooks(new WebhookProperties.Target("https://crm.example/", secret, Set.of(), false)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("convergence.webhooks.targets.crm.secret ")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void refusesATypeOfEventThatThereIsNot() {
        assertThatThrownBy(() -> webhooks(
                        new WebhookProperties.Target("https://crm.example/", SECRET, Set.of("gateDecidde"), false)))
                .hasMessageStartingWith("convergence.webhooks.targets.crm.events names gateDecidde");
    }

    @Test
    void tellsThoseWhoSubscribe() {
        WebhookSubscriptionResolver webhookSubscriptionResolver = Subscriptions.of(
                settings(Map.of(
                        "all", new WebhookProperties.Target("https://a.example/", SECRET, null, false),
                        "gates",
                                new WebhookProperties.Target(
                                        "http://b.example/", SECRET, Set.of(EventTypeCatalog.GATE_DECIDED), true))),
                ADDRESS);

        assertThat(webhookSubscriptionResolver.subscribing(EventTypeCatalog.GATE_DECIDED))
                .containsExactly("all", "gates");
        assertThat(webhookSubscriptionResolver.subscribing(EventTypeCatalog.DATE_MOVED))
                .containsExactly("all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "convergence.example", "ftp://convergence.example"})
    void asksForThePublicAddressWhereMessagesCarryLinks(String address) {
        assertThatThrownBy(() -> ChatChannels.of(
                        new ChatProperties("https://chat.example/x", null, false),
                        new PublicAddressProperties(address)))
                .hasMessageStartingWith("convergence.public-url ");
        assertThatCode(() ->
                        ChatChannels.of(new ChatProperties(null, null, false), new PublicAddressProperties(address)))
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
        assertThatThrownBy(() -> new MailProperties(from, Duration.ZERO).check())
                .hasMessageStartingWith("convergence.mail.from ");
    }

    @ParameterizedTest
    @CsvSource({
        "Konvergenz M\u00fcnchen <mail@m\u00fcnchen.example>, =?UTF-8?Q?Konvergenz_M=C3=BCnchen?= <mail@xn--mnchen-3ya.example>",
        "Convergence <mail@example.org>, Convergence <mail@example.org>",
        "mail@example.org, mail@example.org",
    })
    void writesTheSenderInAscii(String from, String header) {
        assertThat(new MailProperties(from, Duration.ZERO).sender()).hasToString(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT21S", "PT30S"})
    void endsCallsWellBeforeAJobsLock(String timeout) {
        assertThatThrownBy(() -> new WebhookProperties(Duration.parse(timeout), Map.of()))
                .hasMessageStartingWith("convergence.webhooks.timeout ");
    }

    @Test
    void printsNoSecret() {
        WebhookProperties.Target target =
                new WebhookProperties.Target("https://crm.example/token", SECRET, Set.of(), false);

        assertThat(settings(Map.of("crm", target)).toString()).doesNotContain(SECRET, "token");
        assertThat(new ChatProperties("https://chat.example/token", Map.of(), false).toString())
                .doesNotContain("token");
    }

    private static WebhookSubscriptionResolver webhooks(WebhookProperties.Target target) {
        return Subscriptions.of(settings(Map.of("crm", target)), ADDRESS);
    }

    private static WebhookProperties settings(Map<String, WebhookProperties.Target> targets) {
        return new WebhookProperties(Duration.ofSeconds(10), targets);
    }
}
