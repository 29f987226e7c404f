/**
 * Working time: when a group works, and every due date, rung and overdue figure that follows from it. Nothing outside
 * this package adds days to a date.
 */
package dev.convergence.calendar;
