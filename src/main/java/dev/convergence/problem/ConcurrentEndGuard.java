package dev.convergence.problem;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Acts on something that somebody else may end at the same moment. The engine reports that in many ways; whatever it
 * reports, when the thing has ended meanwhile the caller was late, and nothing else was wrong.
 */
public final class ConcurrentEndGuard {

    private ConcurrentEndGuard() {}

    /**
     * Takes the action.
     *
     * @param ended asked after a fault, in a transaction of its own: whether there is nothing left to act on
     * @throws TooLate when the action failed and there is nothing left to act on
     */
    public static <T> T watch(Supplier<T> action, BooleanSupplier ended, String message) {
        try {
            return action.get();
        } catch (NotFoundException | TooLateException | ForbiddenException answer) {
            throw answer;
        } catch (RuntimeException fault) {
            if (ended.getAsBoolean()) {
                throw new TooLateException(message);
            }
            throw fault;
        }
    }
}
