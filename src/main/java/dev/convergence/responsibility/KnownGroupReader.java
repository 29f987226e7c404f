package dev.convergence.responsibility;

import dev.convergence.model.DeploymentCandidate;
import dev.convergence.people.GroupCatalog;
import java.util.List;

/** The groups that a model may name: those that come with the application, and those that somebody has created. */
public final class KnownGroupReader {

    private KnownGroupReader() {}

    /** Those of the groups that do not exist. */
    public static List<String> unknown(List<String> groups, DeploymentCandidate deploymentCandidate) {
        return groups.stream()
                .filter(group -> !GroupCatalog.ALL.contains(group))
                .filter(group -> !deploymentCandidate.surroundings().hasGroup(group))
                .toList();
    }

    /** What is wrong with a text that must name exactly one group; empty where nothing is. */
    public static List<String> faultsOfOne(String text, DeploymentCandidate deploymentCandidate) {
        List<String> groups = GroupListParser.in(text);
        if (groups.isEmpty()) {
            return List.of("names no accountable group; exactly one decides");
        }
        if (groups.size() > 1) {
            return List.of("names " + groups.size() + " accountable groups (" + text + "); exactly one decides");
        }
        return unknown(List.of(text), deploymentCandidate).stream()
                .map(KnownGroupReader::isUnknown)
                .toList();
    }

    static String isUnknown(String group) {
        return "names the group '" + group + "', which does not exist";
    }
}
