package dev.convergence.absence;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.SystemAuthority;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean("recordAbsence")
class RecordAbsenceDelegate implements JavaDelegate {

    private final AbsenceRecording recording;
    private final AbsenceNotices notices;
    private final SystemAuthority system;

    RecordAbsenceDelegate(AbsenceRecording recording, AbsenceNotices notices, SystemAuthority system) {
        this.recording = recording;
        this.notices = notices;
        this.system = system;
    }

    @Override
    public void execute(DelegateExecution process) {
        Absence absence = recording.record(process.getProcessInstanceId(), process.getVariables(), system.caller());
        notices.recorded(absence);
        AbsenceProcess.USER.set(process, absence.user());
        AbsenceProcess.BEGINS_AT.set(process, Date.from(absence.from()));
        AbsenceProcess.ENDS_AT.set(process, Date.from(absence.to()));
    }
}
