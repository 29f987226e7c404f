package dev.skewed;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets a test set the clock of an application that runs in a process of its own. Outside the application's packages, so
 * that no other test comes across it.
 */
@Configuration(proxyBeanMethods = false)
public class SkewedClockConfiguration {

    /** The clock of this node, as somebody sets it who should not. */
    @RestController
    static class ClockController {

        @PutMapping("/api/clock-of-node")
        void set(@RequestParam("ahead") Duration ahead) {
            ClockUtil.offset(ahead.toMillis());
        }
    }
}
