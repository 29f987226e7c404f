package dev.convergence.absence;

import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("moveWork")
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
