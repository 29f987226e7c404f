/**
 * What happens while somebody is waited for: the due date by the working calendar, the rungs of the one escalation
 * ladder, the incident that makes a stall visible, and the actions that end it.
 */
package dev.convergence.escalation;
