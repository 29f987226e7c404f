package dev.convergence.absence;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "moveWork", reach = Reach.FORM, in = AbsenceProcess.KEY)
class MoveWorkDelegate implements JavaDelegate {

    private final Cover cover;

    MoveWorkDelegate(Cover cover) {
        this.cover = cover;
    }

    @Override
    public void execute(DelegateExecution process) {
        cover.bringUpToDate();
    }
}
