/**
 * How every list of the API is read in pages: the caller asks with {@code first} and {@code max}, the answer says in a
 * header how many there are in all. Begin at {@link dev.convergence.paging.PageRequest}.
 */
package dev.convergence.paging;
