/** What campaigns act on: the ad platform, the content platform and the CRM, as typed ports. */
package dev.convergence.adaptive.platform;
