package dev.convergence.escalation.wait;

import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.model.DeploymentCandidate;
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
class WaitOverrideDeploymentRule implements DeploymentRule {

    private final WaitTermsValidator terms;

    WaitOverrideDeploymentRule(WaitTermsValidator terms) {
        this.terms = terms;
    }

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate.processes().stream()
                .flatMap(process -> process.calls().stream()
                        .filter(deploymentCandidate::callsBlock)
                        .flatMap(call -> faults(call).map(fault -> new Finding(process.file(), call.id(), fault))))
                .toList();
    }

    private Stream<String> faults(Call call) {
        return Stream.of(
                        fault(call, WaitPolicyReader.SLA, terms::faultOfSla),
                        fault(call, WaitPolicyReader.CALENDAR, terms::faultOfCalendar),
                        fault(call, WaitPolicyReader.QUORUM, terms::faultOfQuorum),
                        fault(call, WaitPolicyReader.VETO, WaitOverrideDeploymentRule::faultOfVeto))
                .flatMap(Optional::stream);
    }

    private static Optional<String> fault(
            Call call, ProcessVariable<?> term, Function<String, Optional<String>> fault) {
        return call.literal(term.name())
                .flatMap(fault)
                .map(reason -> "passes a " + term.name() + " that cannot be used: " + reason);
    }

    /** What is passed literally is a text, whatever it says. */
    private static Optional<String> faultOfVeto(String text) {
        return Optional.of("'" + text + "' is a text; write ${true} or ${false}");
    }
}
