/** Who takes part in a campaign: groups and what each may do, the filters of Tasklist, the first administrator. */
package dev.convergence.people;
