package dev.convergence.adaptive.source;

import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.context.CampaignContext;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicy;
import dev.convergence.escalation.wait.WaitPolicyReader;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who looks after a source: whoever owns it, or else whoever the responsibility matrix names for the step. */
@Component
public class SourceOwnerResolver {

    /** The steps as the matrix and the policy know them. */
    static final String BRING_BACK = "bring-source-back";

    public static final String RELEASE = "release-source";
    static final String CHECK = "check-source";

    private static final String PATTERN = "adaptive";

    private final SourceCatalog sourceCatalog;
    private final ResponsibilityMatrixDecision matrix;
    private final WaitPolicyReader policies;
    private final Clock clock;

    SourceOwnerResolver(
            SourceCatalog sourceCatalog, ResponsibilityMatrixDecision matrix, WaitPolicyReader policies, Clock clock) {
        this.sourceCatalog = sourceCatalog;
        this.matrix = matrix;
        this.policies = policies;
        this.clock = clock;
    }

    /** What people call it. */
    String name(String source) {
        return sourceCatalog
                .find(source)
                .map(SourceCatalog.Source::name)
                .orElse(SourceCatalog.UNKNOWN.equals(source) ? "Sources that nobody knows" : source);
    }

    /** The group that owns it; empty where nobody is named. */
    Optional<String> owner(String source) {
        return sourceCatalog.find(source).map(SourceCatalog.Source::owner).filter(owner -> !owner.isBlank());
    }

    /** The group that is waited for in a step. */
    String group(String source, String step) {
        return owner(source).orElseGet(() -> responsible(step).get(0));
    }

    /** The owner, and whoever is responsible for a step. */
    public Set<String> groups(String source, String step) {
        Set<String> groups = new LinkedHashSet<>();
        owner(source).ifPresent(groups::add);
        groups.addAll(responsible(step));
        return groups;
    }

    /** Those that have to know: the owner, who is responsible for a step, and who is told of it. */
    Collection<String> concerned(String source, String step) {
        Set<String> groups = groups(source, step);
        groups.addAll(matrix.of(step, PATTERN).informed());
        return groups;
    }

    /** When a step that begins now is due, by the gate policy and the calendar of the group that does it. */
    Date due(String source, String step, CampaignContext campaign) {
        WaitPolicy policy = policies.of(
                StallKind.SILENT_SOURCE,
                step,
                campaign,
                Map.of(StallKind.SILENT_SOURCE.groupVariable(), group(source, step)));
        return Date.from(policy.calendar().add(clock.instant(), policy.sla()));
    }

    private List<String> responsible(String step) {
        return matrix.of(step, PATTERN).responsible();
    }
}
