package dev.convergence.gate;

import java.util.Set;

/** Who works on what a gate reviews beyond the tasks of a process that the reviewed stages call. */
public interface ContributorSource {

    /** The key of that process. No gate that reviews none of its work asks, or pays, for it. */
    String processKey();

    /** The users' ids; those for whom somebody did it are among them. */
    Set<String> of(String campaignKey);
}
