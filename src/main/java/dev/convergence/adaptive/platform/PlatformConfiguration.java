package dev.convergence.adaptive.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.notification.delivery.TargetBulkhead;
import dev.convergence.notification.webhook.SignedCallClient;
import dev.convergence.notification.webhook.SignedTarget;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    private static final String SETTING = "convergence.platforms.";
    private static final Profiles PRODUCTION = Profiles.of("production");

    @Bean
    SignedCallClient platformCalls(PlatformProperties settings, Clock clock) {
        return SignedCallClient.within(PlatformProperties.TIMEOUT, settings.timeout(), clock);
    }

    @Bean
    AdPlatform adPlatform(PlatformProperties settings, Systems systems, InMemoryAdPlatform memory) {
        return PlatformAdapter.ads(systems.of("ad platform", "ad-platform", settings.adPlatform(), memory));
    }

    @Bean
    ContentPlatform contentPlatform(PlatformProperties settings, Systems systems, InMemoryContentPlatform memory) {
        return PlatformAdapter.content(systems.of("content platform", "content", settings.content(), memory));
    }

    @Bean
    CrmPlatform crm(PlatformProperties settings, Systems systems, InMemoryCrmPlatform memory) {
        return PlatformAdapter.crm(systems.of("CRM", "crm", settings.crm(), memory));
    }

    @Bean
    Systems systems(SignedCallClient calls, ObjectMapper json, TargetBulkhead lanes, Environment environment) {
        return new Systems(calls, json, lanes, environment.acceptsProfiles(PRODUCTION));
    }

    /** Chooses what plays a system: itself, the application's memory, or in production nothing. */
    record Systems(SignedCallClient calls, ObjectMapper json, TargetBulkhead lanes, boolean production) {

        PlatformBulkhead of(String name, String part, PlatformProperties.System settings, Platform memory) {
            return new PlatformBulkhead(name, chosen(name, part, settings, memory), lanes);
        }

        private Platform chosen(String name, String part, PlatformProperties.System settings, Platform memory) {
            String setting = SETTING + part;
            if (settings != null && settings.isSetUp()) {
                SignedTarget target =
                        SignedTarget.of(setting, settings.url(), settings.secret(), settings.allowPrivate());
                return new HttpPlatform(name, target, calls, json);
            }
            return production ? Platform.missing(name, setting + ".url") : memory;
        }
    }
}
