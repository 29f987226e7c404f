package dev.convergence.milestone;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A move of a milestone's date that somebody asked for in its task.
 *
 * @param milestone its id
 * @param name its name for people
 * @param before when it was due
 * @param due the day to which it moves
 */
public record MilestoneMove(String milestone, String name, Instant before, LocalDate due, String reason, String by) {}
