package dev.convergence.paging;

import java.util.List;

/**
 * The part of a list that a caller asks for. A controller that has it as a parameter is a list with pages.
 *
 * @param first how many to skip, from 0
 * @param max how many to show at most
 */
public record PageRequest(int first, int max) {

    /** How many can be skipped. */
    static final int MOST_SKIPPED = 10_000_000;

    /**
     * This request, but for what is asked by pages of one size.
     *
     * @param page from 0; null where {@code first} counts
     * @param size null where {@code max} counts
     */
    public PageRequest numbered(Integer page, Integer size) {
        int most = size == null ? max : size;
        return new PageRequest(page == null ? first : page * most, most);
    }

    /** This part of a list that is there as a whole. */
    public <T> Page<T> of(List<T> all) {
        int from = Math.min(first, all.size());
        return new Page<>(all.subList(from, Math.min(all.size(), from + max)), all.size());
    }
}
