/** Programs of Node.js that check what the application describes or ships; see src/test/node. */
package dev.convergence.node;
