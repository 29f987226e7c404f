package dev.convergence.escalation;

import dev.convergence.engine.Variable;
import dev.convergence.model.Candidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessSource.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a caller of a block may pass in place of its policy, where that is a literal. */
@Component
class WaitOverrides implements DeploymentRule {

    private final WaitTerms terms;

    WaitOverrides(WaitTerms terms) {
        this.terms = terms;
    }

    @Override
    public List<Finding> findings(Candidate candidate) {
        return candidate.processes().stream()
                .flatMap(process -> process.calls().stream()
                        .filter(candidate::callsBlock)
                        .flatMap(call -> faults(call).map(fault -> new Finding(process.file(), call.id(), fault))))
                .toList();
    }

    private Stream<String> faults(Call call) {
        return Stream.of(
                        fault(call, WaitPolicies.SLA, terms::faultOfSla),
                        fault(call, WaitPolicies.CALENDAR, terms::faultOfCalendar),
                        fault(call, WaitPolicies.QUORUM, terms::faultOfQuorum),
                        fault(call, WaitPolicies.VETO, WaitOverrides::faultOfVeto))
                .flatMap(Optional::stream);
    }

    private static Optional<String> fault(Call call, Variable<?> term, Function<String, Optional<String>> fault) {
        return call.literal(term.name())
                .flatMap(fault)
                .map(reason -> "passes a " + term.name() + " that cannot be used: " + reason);
    }

    /** What is passed literally is a text, whatever it says. */
    private static Optional<String> faultOfVeto(String text) {
        return Optional.of("'" + text + "' is a text; write ${true} or ${false}");
    }
}
