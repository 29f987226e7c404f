/**
 * What Camunda's web applications know of a browser: its session, the token against forged requests, the nonce of their
 * pages; and how the rest of the application reads it.
 */
package dev.convergence.security.webapp;
