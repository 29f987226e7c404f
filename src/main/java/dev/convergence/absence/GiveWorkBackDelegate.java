package dev.convergence.absence;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.SystemAuthority;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "giveWorkBack", reach = Reach.FORM, in = AbsenceProcess.KEY)
class GiveWorkBackDelegate implements JavaDelegate {

    private final Cover cover;
    private final SystemAuthority system;

    GiveWorkBackDelegate(Cover cover, SystemAuthority system) {
        this.cover = cover;
        this.system = system;
    }

    /** Nobody asks where the time is simply up. */
    @Override
    public void execute(DelegateExecution process) {
        cover.end(
                process.getProcessInstanceId(),
                system.caller().map(caller -> caller.id()).orElse(null));
    }
}
