package dev.convergence.absence;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.identity.InstanceOriginResolver;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "recordAbsence", reach = BeanReach.FORM, in = AbsenceProcess.KEY)
class RecordAbsenceDelegate implements JavaDelegate {

    private final AbsenceService recording;
    private final AbsenceNotifier notices;
    private final InstanceOriginResolver origins;

    RecordAbsenceDelegate(AbsenceService recording, AbsenceNotifier notices, InstanceOriginResolver origins) {
        this.recording = recording;
        this.notices = notices;
        this.origins = origins;
    }

    /** By whoever has started the process, whose word it is; who is signed in later has not asked for it. */
    @Override
    public void execute(DelegateExecution process) {
        Absence absence =
                recording.record(process.getProcessInstanceId(), process.getVariables(), origins.starter(process));
        notices.recorded(absence);
        AbsenceProcess.USER.set(process, absence.user());
        AbsenceProcess.BEGINS_AT.set(process, Date.from(absence.from()));
        AbsenceProcess.ENDS_AT.set(process, Date.from(absence.to()));
    }
}
