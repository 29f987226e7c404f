package dev.convergence.rhythm;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.meeting.HeldSync;
import dev.convergence.meeting.SyncFollowUpHandler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Checks what was said of a sync, and keeps it with the sync's own task: the next one begins with empty fields. */
@Component
class SyncRecordService {

    private static final int MOST_MINUTES = 480;
    private static final int MOST_PEOPLE = 500;
    private static final List<String> ANSWERS =
            List.of(SyncProcess.SYNC_NOTES.name(), SyncProcess.SYNC_MINUTES.name(), SyncProcess.SYNC_ATTENDANTS.name());

    private final AgendaReader agendaReader;
    private final SyncNotifier news;
    private final CampaignContext.Reader campaigns;
    private final List<SyncFollowUpHandler> followUps;

    SyncRecordService(
            AgendaReader agendaReader,
            SyncNotifier news,
            CampaignContext.Reader campaigns,
            List<SyncFollowUpHandler> followUps) {
        this.agendaReader = agendaReader;
        this.news = news;
        this.campaigns = campaigns;
        this.followUps = followUps;
    }

    /**
     * Records a sync as it ends.
     *
     * @throws Refusal naming the field that is missing or makes no sense
     */
    void record(DelegateTask task) {
        CampaignContext campaign = campaigns.of(task.getExecution());
        Agenda agenda =
                agendaReader.of(campaign, SyncProcess.SYNC_SINCE.get(task).toInstant());
        Map<String, Object> values = task.getVariables();
        Optional<String> notes = notes(values, agenda);
        int minutes = whole(SyncProcess.SYNC_MINUTES, minutes(task), MOST_MINUTES);
        int people = whole(SyncProcess.SYNC_ATTENDANTS, SyncProcess.SYNC_ATTENDANTS.find(values), MOST_PEOPLE);
        keep(task, notes, minutes, people, agenda);
        Instant at = SyncProcess.SYNC_AT.get(task).toInstant();
        SyncKind kind = SyncKindResolver.of(task);
        news.held(kind, campaign.key(), at, agenda, minutes, people);
        followUp(task, new HeldSync(campaign, kind.id(), task.getName(), at, task.getAssignee()), values);
    }

    private void followUp(DelegateTask task, HeldSync sync, Map<String, Object> values) {
        followUps.forEach(followUp -> {
            followUp.held(sync, values);
            followUp.fields().forEach(task.getExecution()::removeVariable);
        });
    }

    private static Optional<String> notes(Map<String, Object> values, Agenda agenda) {
        return agenda.isNothing()
                ? TextValidator.optional(SyncProcess.SYNC_NOTES, values)
                : Optional.of(TextValidator.require(SyncProcess.SYNC_NOTES, values, "say what was decided"));
    }

    /** Where the answer came by the engine's complete, it stands around the task; the planned length is on it. */
    private static Optional<Number> minutes(DelegateTask task) {
        return SyncProcess.SYNC_MINUTES.find(task.getExecution()).or(() -> SyncProcess.SYNC_MINUTES.find(task));
    }

    private static int whole(ProcessVariable<Number> processVariable, Optional<Number> value, int most) {
        double number = value.map(Number::doubleValue).orElse(0.0);
        if (number != Math.rint(number) || number < 1 || number > most) {
            throw new RefusalException(processVariable.name(), "must be a whole number from 1 to " + most);
        }
        return (int) number;
    }

    private void keep(DelegateTask task, Optional<String> notes, int minutes, int people, Agenda agenda) {
        ANSWERS.forEach(task.getExecution()::removeVariable);
        notes.ifPresent(text -> SyncProcess.SYNC_NOTES.setLocal(task, text));
        SyncProcess.SYNC_MINUTES.setLocal(task, minutes);
        SyncProcess.SYNC_ATTENDANTS.setLocal(task, people);
        SyncProcess.SYNC_AGENDA.setLocal(
                task, SpinValues.jsonValue(agendaReader.write(agenda)).create());
    }
}
