package dev.convergence.draft;

import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessSource;
import dev.convergence.responsibility.HumanStepReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a model must say of the tracks that it calls; the track's own model asks the matrix for whatever it is told. */
@Component
class TrackCallDeploymentRule implements DeploymentRule, HumanStepReader {

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate.processes().stream()
                .flatMap(process -> tracks(process)
                        .filter(call -> !isNamed(call))
                        .map(call -> new Finding(
                                process.file(),
                                call.id(),
                                "calls " + TrackProcess.KEY + " without saying which track it is: it passes no "
                                        + TrackProcess.TRACK_ID.name())))
                .toList();
    }

    @Override
    public List<Step> in(ProcessSource process) {
        return tracks(process)
                .flatMap(call ->
                        id(call).filter(track -> !track.isBlank()).map(track -> new Step(call.id(), track)).stream())
                .toList();
    }

    private static Stream<ProcessSource.Call> tracks(ProcessSource process) {
        return process.calls().stream().filter(call -> TrackProcess.KEY.equals(call.called()));
    }

    private static boolean isNamed(ProcessSource.Call call) {
        return call.passes(TrackProcess.TRACK_ID.name())
                && id(call).filter(String::isBlank).isEmpty();
    }

    private static Optional<String> id(ProcessSource.Call call) {
        return call.literal(TrackProcess.TRACK_ID.name());
    }
}
