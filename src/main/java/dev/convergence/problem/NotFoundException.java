package dev.convergence.problem;

/** What a path names does not exist; the API answers 404. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what the kind of thing, as the beginning of a sentence
     * @param id what was asked for
     */
    public NotFoundException(String what, String id) {
        super(what + " " + id + " does not exist");
    }
}
