package dev.convergence.responsibility;

import dev.convergence.engine.decision.DecisionTableSourceReader;
import dev.convergence.engine.identity.DepartureListener;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.model.DecisionSource;
import dev.convergence.people.GroupCatalog;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.stereotype.Component;

/** A group that work is given to stays: without it, what comes up next would wait for nobody. */
@Component
class NamedGroupDepartureListener implements DepartureListener {

    private final DecisionTableSourceReader tables;
    private final SystemAuthority system;

    NamedGroupDepartureListener(DecisionTableSourceReader tables, SystemAuthority system) {
        this.tables = tables;
        this.system = system;
    }

    @Override
    public void groupLeaves(String group) {
        if (GroupCatalog.ALL.contains(group) || group.equals(GroupCatalog.SUBSTITUTES)) {
            throw new BadUserRequestException(
                    "The group '" + group + "' cannot be deleted: it comes with the application");
        }
        naming(group).ifPresent(decision -> {
            throw new BadUserRequestException("The group '" + group + "' cannot be deleted: the decision " + decision
                    + " names it. Deploy the decision without it first");
        });
    }

    /** Whatever the column is for: a table says who decides, who is told, who comes, who owns. */
    private Optional<String> naming(String group) {
        return system.call(tables::all).stream()
                .filter(decision -> decision.table().stream()
                        .flatMap(table -> table.rules().stream())
                        .flatMap(NamedGroupDepartureListener::groups)
                        .anyMatch(group::equals))
                .map(DecisionSource::id)
                .findFirst();
    }

    private static Stream<String> groups(DecisionSource.Rule rule) {
        return rule.outputs().values().stream()
                .flatMap(cell -> cell.literal().stream())
                .flatMap(text -> GroupListParser.in(text).stream());
    }
}
