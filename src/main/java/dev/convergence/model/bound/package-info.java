/** How large what is deployed may be, looked at before anything else reads it. */
package dev.convergence.model.bound;
