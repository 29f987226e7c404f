/** What people see and do in Tasklist and Cockpit, in a real browser. */
package dev.convergence.browser;
