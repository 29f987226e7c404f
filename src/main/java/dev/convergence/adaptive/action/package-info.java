/** Actions that rules ask for: weighed against bounds, booked in a ledger, approved where they must be, taken back. */
package dev.convergence.adaptive.action;
