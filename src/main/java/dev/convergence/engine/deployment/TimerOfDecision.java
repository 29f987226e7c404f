package dev.convergence.engine.deployment;

import java.time.Duration;

/**
 * A timer that was set by a decision, and what waits for it looks again when it fires: it fires early where the decision
 * has a new version. To be declared as a bean that needs no engine.
 *
 * @param decision the decision's id
 * @param event the id of the event that the timer is of
 * @param within how soon it fires after a deployment; whoever left something out by mistake puts it back meanwhile
 */
public record TimerOfDecision(String decision, String event, Duration within) {}
