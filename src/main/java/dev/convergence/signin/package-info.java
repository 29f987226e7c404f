/** Slows down whoever guesses passwords, at every door, and locks nobody out. */
package dev.convergence.signin;
