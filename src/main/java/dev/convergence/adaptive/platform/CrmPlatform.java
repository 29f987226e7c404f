package dev.convergence.adaptive.platform;

import java.util.function.BooleanSupplier;

/** Knows whom a campaign speaks to. Takes each instruction once, however often it comes. */
public interface CrmPlatform {

    /**
     * The campaign speaks to somebody else on a channel.
     *
     * @param id the same for each attempt
     * @param number the place in which it was booked: of two on one channel, the higher one counts, whichever comes last
     * @param audience whom, in the words of the rule
     */
    record Refinement(String id, long number, String campaign, String channel, String audience) {}

    /**
     * Speaks to somebody else.
     *
     * @param wanted asked last before the call; where it says no, nothing is sent
     * @throws PlatformFailed where the CRM does not say yes
     */
    DispatchResult refine(Refinement refinement, BooleanSupplier wanted);

    /**
     * Goes back to what was before an instruction.
     *
     * @param wanted asked last before the call; where it says no, nothing is sent
     * @throws PlatformFailed where the CRM does not say yes
     */
    DispatchResult takeBack(ReversalInstruction reversalInstruction, BooleanSupplier wanted);
}
