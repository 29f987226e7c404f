package dev.convergence.campaign.replay;

import java.time.LocalDate;

/**
 * A date that somebody moved.
 *
 * @param on the day on which the move was recorded
 * @param id the entry of the plan
 * @param from the day on which it stood before, by the record
 * @param to the day to which it was moved
 */
public record RecordedMove(LocalDate on, String id, LocalDate from, LocalDate to) {}
