package dev.convergence.operations;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

/** Whether the virtual machine ends by itself when its memory is used up; nothing within it can do that as surely. */
final class OutOfMemoryExitDetector {

    static final String OPTION = "-XX:+ExitOnOutOfMemoryError";

    private OutOfMemoryExitDetector() {}

    static boolean isOn() {
        return Stream.of("ExitOnOutOfMemoryError", "CrashOnOutOfMemoryError").anyMatch(OutOfMemoryExitDetector::isSet);
    }

    private static boolean isSet(String option) {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return machine != null
                && Boolean.parseBoolean(machine.getVMOption(option).getValue());
    }
}
