/** The steps of an adaptive campaign: it goes live, takes readings until its end, and ends. */
package dev.convergence.adaptive.run;
