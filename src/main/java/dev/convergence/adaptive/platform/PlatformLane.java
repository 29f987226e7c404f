package dev.convergence.adaptive.platform;

import dev.convergence.notification.Lanes;
import java.util.function.BooleanSupplier;

/** The way to a platform. Few are on it at once, so that one that hangs leaves job threads to everything else. */
final class PlatformLane {

    private final String name;
    private final Platform platform;
    private final Lanes lanes;

    PlatformLane(String name, Platform platform, Lanes lanes) {
        this.name = name;
        this.platform = platform;
        this.lanes = lanes;
    }

    /**
     * Hands over an instruction.
     *
     * @param type what is to be done
     * @param id the same for each attempt
     * @param instruction what JSON can hold
     * @param wanted asked last, when nothing is between here and the call
     * @throws PlatformFailed where the platform does not say yes
     */
    Handover take(String type, String id, Record instruction, BooleanSupplier wanted) {
        return lanes.pass("platform " + name, () -> call(type, id, instruction, wanted), Handover::busy);
    }

    private Handover call(String type, String id, Record instruction, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            return Handover.WITHDRAWN;
        }
        platform.take(type, id, instruction);
        return Handover.TAKEN;
    }
}
