package dev.convergence.gate;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Who votes on a gate: the members of the accountable group, but for those whose own work is under review. */
@Component
class Voters {

    private final IdentityService identity;
    private final GateWork work;

    Voters(IdentityService identity, GateWork work) {
        this.identity = identity;
        this.work = work;
    }

    /** Their ids in order; none, where nobody of the group could vote. */
    List<String> of(String group, DelegateExecution gate) {
        List<HistoricTaskInstance> completions = work.before(gate);
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .filter(user -> !GateWork.wasDoneBy(user, completions))
                .sorted()
                .toList();
    }
}
