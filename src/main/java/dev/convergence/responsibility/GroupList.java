package dev.convergence.responsibility;

import java.util.Arrays;
import java.util.List;

/** How a cell of the matrix lists groups: by their ids, separated by commas. */
final class GroupList {

    private GroupList() {}

    static List<String> in(Object cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.toString().split(","))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .toList();
    }
}
