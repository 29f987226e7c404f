package dev.convergence.responsibility;

import dev.convergence.model.Candidate;
import dev.convergence.people.Groups;
import java.util.List;

/** The groups that a model may name: those that come with the application, and those that somebody has created. */
public final class KnownGroups {

    private KnownGroups() {}

    /** Those of the groups that do not exist. */
    public static List<String> unknown(List<String> groups, Candidate candidate) {
        return groups.stream()
                .filter(group -> !Groups.ALL.contains(group))
                .filter(group -> !candidate.surroundings().hasGroup(group))
                .toList();
    }

    /** What is wrong with a text that must name exactly one group; empty where nothing is. */
    public static List<String> faultsOfOne(String text, Candidate candidate) {
        List<String> groups = GroupList.in(text);
        if (groups.isEmpty()) {
            return List.of("names no accountable group; exactly one decides");
        }
        if (groups.size() > 1) {
            return List.of("names " + groups.size() + " accountable groups (" + text + "); exactly one decides");
        }
        return unknown(List.of(text), candidate).stream()
                .map(KnownGroups::isUnknown)
                .toList();
    }

    static String isUnknown(String group) {
        return "names the group '" + group + "', which does not exist";
    }
}
