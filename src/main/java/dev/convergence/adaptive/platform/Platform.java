package dev.convergence.adaptive.platform;

/** One system that takes instructions, whatever they are about. */
interface Platform {

    /**
     * Hands over an instruction.
     *
     * @param type what is to be done
     * @param id the same for each attempt
     * @param instruction what JSON can hold
     * @throws PlatformFailed where it does not say yes
     */
    void take(String type, String id, Record instruction);

    /** The system that is not there. */
    static Platform missing(String name, String setting) {
        return (type, id, instruction) -> {
            throw PlatformFailedException.notSetUp(name, setting);
        };
    }
}
