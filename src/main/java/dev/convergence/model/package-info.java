/** Models and decisions as process owners wrote them, and the rules that they must keep to be deployed. */
package dev.convergence.model;
