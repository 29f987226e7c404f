package dev.convergence.responsibility;

import java.util.List;

/**
 * Who does what about one task, gate or handoff (RACI).
 *
 * @param responsible the groups that do it
 * @param accountable the one group that decides it
 * @param consulted the groups that are asked before it is decided
 * @param informed the groups that are told after
 */
public record Responsibility(
        List<String> responsible, String accountable, List<String> consulted, List<String> informed) {}
