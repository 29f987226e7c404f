/** How long the server waits for the body of a request, and what becomes of one that nobody reads. Knows Tomcat alone. */
package dev.convergence.security.body;
