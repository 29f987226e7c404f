package dev.convergence.absence;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.identity.SystemAuthority;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "giveWorkBack", reach = BeanReach.FORM, in = AbsenceProcess.KEY)
class GiveWorkBackDelegate implements JavaDelegate {

    private final SubstitutionService substitutionService;
    private final SystemAuthority system;

    GiveWorkBackDelegate(SubstitutionService substitutionService, SystemAuthority system) {
        this.substitutionService = substitutionService;
        this.system = system;
    }

    /** Nobody asks where the time is simply up. */
    @Override
    public void execute(DelegateExecution process) {
        substitutionService.end(
                process.getProcessInstanceId(),
                system.caller().map(caller -> caller.id()).orElse(null));
    }
}
