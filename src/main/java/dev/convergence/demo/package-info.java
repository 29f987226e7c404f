/** Campaigns to look at: what a newcomer finds in the default profile. Nothing of it exists in production. */
package dev.convergence.demo;
