/** Who may call what over HTTP, and which headers and limits every answer and request keeps. */
package dev.convergence.security;
