/** Tables as CSV, for spreadsheets and scripts. */
package dev.convergence.csv;
