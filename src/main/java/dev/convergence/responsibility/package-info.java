/** The responsibility matrix: who does, who decides, who is asked and who is told, for every human step. */
package dev.convergence.responsibility;
