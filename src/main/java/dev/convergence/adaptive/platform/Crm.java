package dev.convergence.adaptive.platform;

/** Knows whom a campaign speaks to. Takes each instruction once, however often it comes. */
public interface Crm {

    /**
     * The campaign speaks to somebody else on a channel.
     *
     * @param id the same for each attempt
     * @param number the place in which it was booked: of two on one channel, the higher one counts, whichever comes last
     * @param audience whom, in the words of the rule
     */
    record Refinement(String id, long number, String campaign, String channel, String audience) {}

    /** @throws PlatformFailed where the CRM does not say yes */
    void refine(Refinement refinement);

    /** Goes back to what was before an instruction. @throws PlatformFailed where the CRM does not say yes */
    void takeBack(TakingBack takingBack);
}
