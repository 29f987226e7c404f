package dev.convergence.security;

import dev.convergence.RunningApplication;
import java.util.Base64;
import org.springframework.test.context.TestPropertySource;

/** The application with little patience, behind a proxy that tells it what the browser asked for. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:hurried;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "camunda.bpm.job-execution.enabled=false",
            "convergence.demo.campaigns=false",
            "convergence.security.body-time=2s",
            "server.forward-headers-strategy=native"
        })
abstract class HurriedApplication extends RunningApplication {

    /** The header by which a demo user calls. */
    static String authorization(String user) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes()) + "\r\n";
    }
}
