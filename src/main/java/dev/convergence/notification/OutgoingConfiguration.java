package dev.convergence.notification;

import dev.convergence.notification.delivery.TargetBulkhead;
import dev.convergence.notification.delivery.TargetClient;
import dev.convergence.notification.webhook.WebhookProperties;
import java.time.Clock;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    @Bean
    TargetBulkhead lanes(Clock clock) {
        return new TargetBulkhead(clock);
    }

    @Bean
    TargetClient targetClient(WebhookProperties settings) {
        return new TargetClient(SystemDefaultDnsResolver.INSTANCE, settings.timeout());
    }
}
