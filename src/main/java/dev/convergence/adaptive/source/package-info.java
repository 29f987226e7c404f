/** Where readings come from: whether a source is heard, whether its rules may act, and who looks after it. */
package dev.convergence.adaptive.source;
