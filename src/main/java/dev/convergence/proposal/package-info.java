/** What people learn from campaigns: proposals to change a rule or a model, tracked until they are adopted or declined. */
package dev.convergence.proposal;
