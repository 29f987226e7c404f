/** The rules of adaptive campaigns: thresholds, windows, hysteresis and cool-downs. */
package dev.convergence.adaptive.rule;
