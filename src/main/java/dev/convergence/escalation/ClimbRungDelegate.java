package dev.convergence.escalation;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

@ModelBean(value = "climbRung", reach = Reach.CAMPAIGN, in = EscalationProcess.KEY)
class ClimbRungDelegate implements JavaDelegate {

    private final Waits waits;
    private final LadderClimb climb;

    ClimbRungDelegate(Waits waits, LadderClimb climb) {
        this.waits = waits;
        this.climb = climb;
    }

    @Override
    public void execute(DelegateExecution ladder) {
        StallKind kind = StallKind.ofIncidentType(EscalationProcess.STALL_KIND.get(ladder));
        ProcessInstance block = (ProcessInstance) ladder.getSuperExecution().getProcessInstance();
        Optional<Date> next = waits.ofBlock(block, kind).flatMap(climb::climb).map(Date::from);
        EscalationProcess.NEXT_RUNG_AT.handOn(ladder, next.orElse(null));
    }
}
