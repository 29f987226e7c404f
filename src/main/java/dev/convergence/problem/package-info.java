/** Every error of the HTTP API as a problem detail (RFC 9457) that names the field and the reason. */
package dev.convergence.problem;
