package dev.convergence.adaptive.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.notification.Lanes;
import dev.convergence.notification.SignedCalls;
import dev.convergence.notification.SignedTarget;
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
    SignedCalls platformCalls(PlatformSettings settings, Clock clock) {
        return SignedCalls.within(PlatformSettings.TIMEOUT, settings.timeout(), clock);
    }

    @Bean
    AdPlatform adPlatform(PlatformSettings settings, Systems systems, AdMemory memory) {
        return Instructions.ads(systems.of("ad platform", "ad-platform", settings.adPlatform(), memory));
    }

    @Bean
    ContentPlatform contentPlatform(PlatformSettings settings, Systems systems, ContentMemory memory) {
        return Instructions.content(systems.of("content platform", "content", settings.content(), memory));
    }

    @Bean
    Crm crm(PlatformSettings settings, Systems systems, CrmMemory memory) {
        return Instructions.crm(systems.of("CRM", "crm", settings.crm(), memory));
    }

    @Bean
    Systems systems(SignedCalls calls, ObjectMapper json, Lanes lanes, Environment environment) {
        return new Systems(calls, json, lanes, environment.acceptsProfiles(PRODUCTION));
    }

    /** Chooses what plays a system: itself, the application's memory, or in production nothing. */
    record Systems(SignedCalls calls, ObjectMapper json, Lanes lanes, boolean production) {

        PlatformLane of(String name, String part, PlatformSettings.System settings, Platform memory) {
            return new PlatformLane(name, chosen(name, part, settings, memory), lanes);
        }

        private Platform chosen(String name, String part, PlatformSettings.System settings, Platform memory) {
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
