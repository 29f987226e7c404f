package dev.convergence.escalation.wait;

import dev.convergence.absence.TaskExclusionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who did the work that a wait is about, and is therefore given it by nobody. */
@Component
public class DoerExclusionPolicy implements TaskExclusionPolicy {

    private final Map<StallKind, WorkUnderReviewReader> works;

    DoerExclusionPolicy(List<WorkUnderReviewReader> works) {
        this.works = works.stream().collect(Collectors.toMap(WorkUnderReviewReader::kind, Function.identity()));
    }

    public Set<String> of(StallKind kind, String blockId) {
        WorkUnderReviewReader work = works.get(kind);
        return work == null ? Set.of() : work.doneBy(blockId);
    }

    @Override
    public boolean excludes(String user, String taskKey, String instance) {
        return Arrays.stream(StallKind.values())
                .filter(kind -> kind.taskKey().equals(taskKey))
                .anyMatch(kind -> of(kind, instance).contains(user));
    }
}
