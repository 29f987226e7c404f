package dev.convergence.adaptive.platform;

import java.time.Instant;

/**
 * An instruction as the memory took it.
 *
 * @param platform which of the three it was meant for
 * @param id its key
 * @param at when it came first
 * @param times how often it came; it was carried out once
 */
record ReceivedInstruction(
        String platform, String type, String id, String campaign, Instant at, int times, Record instruction) {

    ReceivedInstruction again() {
        return new ReceivedInstruction(platform, type, id, campaign, at, times + 1, instruction);
    }
}
