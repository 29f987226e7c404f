package dev.convergence.people;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever starts the demo where to go and how to log in. */
@Component
@ConditionalOnDemo
class DemoWelcomeListener {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWelcomeListener.class);

    private final Environment environment;

    DemoWelcomeListener(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void welcome() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            LOG.info(text("http://localhost:" + port));
        }
    }

    static String text(String address) {
        return """


                Campaign Convergence is up, with demo users.
                  Tasklist  %1$s/camunda/app/tasklist/
                  Cockpit   %1$s/camunda/app/cockpit/
                  The API   %1$s/v3/api-docs
                The password of each user is the user's name:
                %2$s
                """
                .formatted(address, logins());
    }

    private static String logins() {
        return DemoUserStep.groupsByUser().entrySet().stream()
                .map(login -> "  %-18s%s".formatted(login.getKey(), login.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
