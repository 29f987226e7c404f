/**
 * Absences: while somebody is away, their substitute is a member of their groups and has their tasks; and the record says
 * for whom they acted.
 */
package dev.convergence.absence;
