package dev.convergence.model;

/**
 * What keeps a file from being deployed.
 *
 * @param file the deployed file
 * @param element the id of the element at fault
 * @param reason what is wrong with it, as the end of a sentence that begins with the element
 */
public record Finding(String file, String element, String reason) {

    /** The whole sentence. */
    public String text() {
        return element + " " + reason;
    }
}
