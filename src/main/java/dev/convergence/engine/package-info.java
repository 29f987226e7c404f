/** Configuration of the process engine, and the adapters through which other packages use it. */
package dev.convergence.engine;
