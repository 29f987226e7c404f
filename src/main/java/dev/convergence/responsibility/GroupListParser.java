package dev.convergence.responsibility;

import java.util.Arrays;
import java.util.List;

/** How a cell of a decision lists groups: by their ids, separated by commas. */
public final class GroupListParser {

    private GroupListParser() {}

    /** The groups in order; none for an empty cell. */
    public static List<String> in(Object cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.toString().split(","))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .toList();
    }
}
