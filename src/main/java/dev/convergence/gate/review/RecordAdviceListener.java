package dev.convergence.gate.review;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.gate.GateProcess;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** An advice is a comment on the gate, by the one who gave it; without words it says that there is no objection. */
@ModelBean(value = "recordAdvice", reach = BeanReach.PERSON, in = GateProcess.KEY)
class RecordAdviceListener implements TaskListener {

    private static final String NO_OBJECTION = "No objection.";

    private final TaskService tasks;

    RecordAdviceListener(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask consultation) {
        String advice = TextValidator.optional(GateProcess.ADVICE, consultation.getVariables())
                .orElse(NO_OBJECTION);
        GateProcess.ADVICE.setLocal(consultation, advice);
        GateProcess.CONSULTED_GROUP.setLocal(consultation, GateProcess.CONSULTED_GROUP.get(consultation));
        tasks.createComment(
                null,
                consultation.getProcessInstanceId(),
                GateProcess.CONSULTED_GROUP.get(consultation) + ": " + advice);
    }
}
