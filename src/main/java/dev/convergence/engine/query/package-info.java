/**
 * Reading rows one by one, so that one unreadable row never fails a list: begin with {@link
 * dev.convergence.engine.query.RowReader}. Knows no other room.
 */
package dev.convergence.engine.query;
