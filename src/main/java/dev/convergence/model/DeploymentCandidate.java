package dev.convergence.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is about to be deployed, all of it or nothing.
 *
 * @param surroundings what is there already
 */
public record DeploymentCandidate(
        List<ProcessSource> processes, List<DecisionSource> decisions, Surroundings surroundings) {

    /** What a deployment meets. */
    public interface Surroundings {

        /** The decision of this id as it was deployed last. */
        Optional<DecisionSource> decision(String id);

        /** All processes as they were deployed last. */
        List<ProcessSource> processes();

        /** Whether the engine knows a group of this id; before the very first start is over, it knows none. */
        boolean hasGroup(String id);

        /** Whether a process of this id ships with the application. */
        boolean ships(String process);
    }

    /** The decision tables of this id that the deployment brings: one or none, unless it is broken. */
    public Stream<DecisionSource.Table> tables(String decision) {
        return own(decision).flatMap(source -> source.table().stream());
    }

    /** The decision of this id as it will count once this is deployed. */
    public Optional<DecisionSource> decision(String id) {
        return own(id).findFirst().or(() -> surroundings.decision(id));
    }

    /** The deployed processes that this does not replace. */
    public List<ProcessSource> otherProcesses() {
        Set<String> replaced = processes.stream().map(ProcessSource::id).collect(Collectors.toSet());
        return surroundings.processes().stream()
                .filter(process -> !replaced.contains(process.id()))
                .toList();
    }

    /** Whether a process is one of the application's, or calls one of them. */
    public boolean takesPart(ProcessSource process) {
        return surroundings.ships(process.id()) || process.calls().stream().anyMatch(this::callsBlock);
    }

    /** Whether a call goes to a process that ships with the application. */
    public boolean callsBlock(ProcessSource.Call call) {
        return surroundings.ships(call.called());
    }

    private Stream<DecisionSource> own(String decision) {
        return decisions.stream().filter(source -> source.id().equals(decision));
    }
}
