/**
 * What is waited for, by whose answer and until when: the kinds of waits and the policy that gives each its time. Knows
 * neither ladder nor stall. Begin with {@link dev.convergence.escalation.wait.WaitPolicyReader}.
 */
package dev.convergence.escalation.wait;
