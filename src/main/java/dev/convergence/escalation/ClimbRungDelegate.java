package dev.convergence.escalation;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitReader;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

@ModelBean(value = "climbRung", reach = BeanReach.CAMPAIGN, in = EscalationProcess.KEY)
class ClimbRungDelegate implements JavaDelegate {

    private final WaitReader waitReader;
    private final LadderService climb;

    ClimbRungDelegate(WaitReader waitReader, LadderService climb) {
        this.waitReader = waitReader;
        this.climb = climb;
    }

    @Override
    public void execute(DelegateExecution ladder) {
        StallKind kind = StallKind.ofIncidentType(EscalationProcess.STALL_KIND.get(ladder));
        ProcessInstance block = (ProcessInstance) ladder.getSuperExecution().getProcessInstance();
        Optional<Date> next =
                waitReader.ofBlock(block, kind).flatMap(climb::climb).map(Date::from);
        EscalationProcess.NEXT_RUNG_AT.handOn(ladder, next.orElse(null));
    }
}
