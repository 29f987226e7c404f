package dev.convergence.absence;

import dev.convergence.engine.InstanceOrigins;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "recordAbsence", reach = Reach.FORM, in = AbsenceProcess.KEY)
class RecordAbsenceDelegate implements JavaDelegate {

    private final AbsenceRecording recording;
    private final AbsenceNotices notices;
    private final InstanceOrigins origins;

    RecordAbsenceDelegate(AbsenceRecording recording, AbsenceNotices notices, InstanceOrigins origins) {
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
