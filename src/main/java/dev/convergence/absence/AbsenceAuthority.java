package dev.convergence.absence;

import dev.convergence.people.GroupCatalog;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who records and ends an absence: the person; managers and administrators for others, as long as they are that
 * themselves. Who stands in for a manager speaks for nobody else, or what they record would be in the manager's favour.
 */
@Component
class AbsenceAuthority {

    /** Who may speak for others. */
    private static final List<String> FOR_OTHERS = List.of(GroupCatalog.MANAGERS, GroupCatalog.ADMINISTRATORS);

    private final SubstituteResolver substituteResolver;

    AbsenceAuthority(SubstituteResolver substituteResolver) {
        this.substituteResolver = substituteResolver;
    }

    /** @param groups those that the caller is a member of */
    boolean maySpeakFor(String user, String caller, Set<String> groups) {
        return user.equals(caller)
                || FOR_OTHERS.stream().anyMatch(groups::contains)
                        && substituteResolver.behind(caller, groups, FOR_OTHERS).isEmpty();
    }
}
