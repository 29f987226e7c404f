package dev.convergence.gate;

import dev.convergence.escalation.wait.StallKind;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessSource;
import dev.convergence.responsibility.HumanStepReader;
import dev.convergence.responsibility.KnownGroupReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a model must say of the gates that it calls. */
@Component
class GateCallDeploymentRule implements DeploymentRule, HumanStepReader {

    private static final String ACCOUNTABLE = StallKind.STALLED_GATE.groupVariable();

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate.processes().stream()
                .flatMap(process -> gates(process)
                        .flatMap(call -> Stream.concat(unnamed(call), manyHeaded(call, deploymentCandidate))
                                .map(fault -> new Finding(process.file(), call.id(), fault))))
                .toList();
    }

    @Override
    public List<Step> in(ProcessSource process) {
        return gates(process)
                .flatMap(call ->
                        gateId(call).filter(gate -> !gate.isBlank()).map(gate -> new Step(call.id(), gate)).stream())
                .toList();
    }

    private static Stream<ProcessSource.Call> gates(ProcessSource process) {
        return process.calls().stream().filter(call -> GateProcess.KEY.equals(call.called()));
    }

    private static Stream<String> unnamed(ProcessSource.Call call) {
        boolean named = call.passes(GateProcess.GATE_ID.name())
                && gateId(call).filter(String::isBlank).isEmpty();
        return named
                ? Stream.empty()
                : Stream.of("calls " + GateProcess.KEY + " without saying which gate it is: it passes no "
                        + GateProcess.GATE_ID.name());
    }

    private static Stream<String> manyHeaded(ProcessSource.Call call, DeploymentCandidate deploymentCandidate) {
        return call.literal(ACCOUNTABLE).stream()
                .flatMap(group -> KnownGroupReader.faultsOfOne(group, deploymentCandidate).stream());
    }

    private static Optional<String> gateId(ProcessSource.Call call) {
        return call.literal(GateProcess.GATE_ID.name());
    }
}
