package dev.convergence.adaptive.platform;

import dev.convergence.notification.delivery.TargetBulkhead;
import java.util.function.BooleanSupplier;

/** The way to a platform. Few are on it at once, so that one that hangs leaves job threads to everything else. */
final class PlatformBulkhead {

    private final String name;
    private final Platform platform;
    private final TargetBulkhead targetBulkhead;

    PlatformBulkhead(String name, Platform platform, TargetBulkhead targetBulkhead) {
        this.name = name;
        this.platform = platform;
        this.targetBulkhead = targetBulkhead;
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
    DispatchResult take(String type, String id, Record instruction, BooleanSupplier wanted) {
        return targetBulkhead.pass("platform " + name, () -> call(type, id, instruction, wanted), DispatchResult::busy);
    }

    private DispatchResult call(String type, String id, Record instruction, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            return DispatchResult.WITHDRAWN;
        }
        platform.take(type, id, instruction);
        return DispatchResult.TAKEN;
    }
}
