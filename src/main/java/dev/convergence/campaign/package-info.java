/** The spine of every campaign: from the request over the chosen pattern to launch and post-mortem. */
package dev.convergence.campaign;
