package dev.convergence.engine.expression;

/** From where a deployed model may reach a {@link ModelBean}; checked in one place, {@link BeanReachGuard}. */
public enum BeanReach {

    /** Any process: the bean only computes, from what it is given, or checks the answers of the task it listens to. */
    ANYWHERE("any process"),

    /**
     * Only within the tree of a campaign that the product started, or of an instance that it started for one: the bean
     * reads or acts on that campaign.
     */
    CAMPAIGN("within a campaign"),

    /** Like {@link #CAMPAIGN}, and only where a person completes a task: what the bean records is that person's word. */
    PERSON("within a campaign, where a person completes a task"),

    /** Only in the first instance of its tree, started by its plain start event: by a person, whose word it records, or the product. */
    FORM("where a person has started the process by its form"),

    /** Only in the first instance of its tree, which the product itself started. */
    PRODUCT("where the product itself has started the process");

    private final String words;

    BeanReach(String words) {
        this.words = words;
    }

    /** Where that is, as people read it. */
    public String inWords() {
        return words;
    }
}
