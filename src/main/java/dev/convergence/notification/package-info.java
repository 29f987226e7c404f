/** Who was told what, and when. */
package dev.convergence.notification;
