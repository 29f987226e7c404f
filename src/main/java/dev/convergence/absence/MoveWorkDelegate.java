package dev.convergence.absence;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "moveWork", reach = BeanReach.FORM, in = AbsenceProcess.KEY)
class MoveWorkDelegate implements JavaDelegate {

    private final SubstitutionService substitutionService;

    MoveWorkDelegate(SubstitutionService substitutionService) {
        this.substitutionService = substitutionService;
    }

    @Override
    public void execute(DelegateExecution process) {
        substitutionService.bringUpToDate();
    }
}
