package dev.convergence.adaptive.platform;

import java.util.function.BooleanSupplier;

/** Where the creatives of a campaign are played out. Takes each instruction once, however often it comes. */
public interface ContentPlatform {

    /**
     * Another creative takes the place of the present one.
     *
     * @param id the same for each attempt
     * @param number the place in which it was booked: of two on one channel, the higher one counts, whichever comes last
     * @param creative which one, in the words of the rule
     */
    record Rotation(String id, long number, String campaign, String channel, String creative) {}

    /**
     * New variants are there to be played out.
     *
     * @param id the same for each attempt
     * @param number the place in which it was booked
     * @param variants what was made
     * @param links where it is, one a line; empty where nobody said
     */
    record Publication(String id, long number, String campaign, String channel, String variants, String links) {}

    /**
     * Puts another creative up.
     *
     * @param wanted asked last before the call; where it says no, nothing is sent
     * @throws PlatformFailed where the platform does not say yes
     */
    DispatchResult rotate(Rotation rotation, BooleanSupplier wanted);

    /**
     * Plays out new variants.
     *
     * @param wanted asked last before the call; where it says no, nothing is sent
     * @throws PlatformFailed where the platform does not say yes
     */
    DispatchResult publish(Publication publication, BooleanSupplier wanted);

    /**
     * Goes back to what was before an instruction.
     *
     * @param wanted asked last before the call; where it says no, nothing is sent
     * @throws PlatformFailed where the platform does not say yes
     */
    DispatchResult takeBack(ReversalInstruction reversalInstruction, BooleanSupplier wanted);
}
