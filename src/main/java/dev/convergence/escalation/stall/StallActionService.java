package dev.convergence.escalation.stall;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.escalation.DueDateService;
import dev.convergence.escalation.StallService;
import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.Wait;
import dev.convergence.escalation.wait.WaitReader;
import dev.convergence.escalation.wait.WaiverHandler;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.people.CurrentUser;
import dev.convergence.people.GroupCatalog;
import dev.convergence.problem.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a manager can do about a stall. Each action says who did it and why, to those who are waited for. */
@Component
class StallActionService {

    private final StallReader stalls;
    private final DueDateService dueDateService;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final StallAuthority authority;
    private final WaitReader waitReader;
    private final NoticeService noticeService;
    private final SystemAuthority system;
    private final WorkingCalendarRegistry calendars;
    private final Clock clock;
    private final Map<StallKind, WaiverHandler> waivers;

    StallActionService(
            StallReader stalls,
            DueDateService dueDateService,
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity,
            StallAuthority authority,
            WaitReader waitReader,
            NoticeService noticeService,
            SystemAuthority system,
            WorkingCalendarRegistry calendars,
            Clock clock,
            List<WaiverHandler> waivers) {
        this.stalls = stalls;
        this.dueDateService = dueDateService;
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.authority = authority;
        this.waitReader = waitReader;
        this.noticeService = noticeService;
        this.system = system;
        this.calendars = calendars;
        this.clock = clock;
        this.waivers = waivers.stream().collect(Collectors.toMap(WaiverHandler::kind, Function.identity()));
    }

    /** Reminds whoever is waited for. */
    @Transactional
    Stall remind(String id, String by, String note) {
        return act(id, stall -> {
            String text =
                    "%s asks you to act%s: %s".formatted(by, note == null ? "" : " (" + note + ")", stall.cause());
            tell(stall, "reminder", text);
        });
    }

    /** Gives more time; the stall ends, and its ladder begins anew towards the new date. */
    @Transactional
    Stall extend(String id, Instant due, String by, String rationale) {
        if (!due.isAfter(clock.instant())) {
            throw new RefusalException("due", "must lie in the future");
        }
        return act(id, stall -> {
            runtime.setAnnotationForIncidentById(id, annotation("Extended to " + when(due), by, rationale));
            dueDateService.move(stall.taskId(), due, by + ": " + rationale);
            tell(stall, "extension", "%s is due %s now; %s: %s".formatted(stall.name(), when(due), by, rationale));
        });
    }

    /** Gives the task to another person, who may decide it; whoever does that does not. */
    @Transactional
    Stall reassignToUser(String id, String user, String by, String rationale) {
        return act(id, stall -> {
            requireUser(user);
            authority.requireRecipient(stall, user, by);
            runtime.setAnnotationForIncidentById(id, annotation("Reassigned to " + user, by, rationale));
            tasks.setVariableLocal(stall.taskId(), StallService.REASSIGNED_BY, by);
            tasks.addCandidateUser(stall.taskId(), user);
            tasks.setAssignee(stall.taskId(), user);
            tellReassigned(stall, Notice.user(user), by, rationale);
        });
    }

    /** Gives the task to a group of which somebody else may decide it. */
    @Transactional
    Stall reassignToGroup(String id, String group, String by, String rationale) {
        return act(id, stall -> {
            requireGroup(group);
            authority.requireRecipients(stall, group, by);
            tasks.setVariableLocal(stall.taskId(), StallService.REASSIGNED_BY, by);
            runtime.setAnnotationForIncidentById(id, annotation("Reassigned to " + group, by, rationale));
            tasks.deleteCandidateGroup(stall.taskId(), stall.waitingFor().group());
            tasks.addCandidateGroup(stall.taskId(), group);
            tasks.setAssignee(stall.taskId(), null);
            tasks.setVariableLocal(stall.taskId(), EscalationProcess.WAITING_FOR.name(), group);
            tellReassigned(stall, group, by, rationale);
        });
    }

    /**
     * Ends the wait without the decision it waited for.
     *
     * @throws org.camunda.bpm.engine.AuthorizationException where whoever waives did the work
     */
    @Transactional
    Stall waive(String id, CurrentUser user, String rationale) {
        String by = user.id();
        return act(id, stall -> {
            authority.requireNoPart(stall, user);
            runtime.setAnnotationForIncidentById(id, annotation("Waived", by, rationale));
            tellConcerned(stall, "waiver", "%s was waived by %s: %s".formatted(stall.name(), by, rationale), null);
            tasks.setAssignee(stall.taskId(), by);
            tasks.complete(
                    stall.taskId(),
                    waivers.get(StallKind.ofIncidentType(stall.kind())).answer(rationale));
        });
    }

    /** @return the stall as it was when the action began */
    private Stall act(String id, Consumer<Stall> action) {
        return system.call(() -> {
            Stall stall = stalls.withId(id).orElseThrow(() -> new NotFoundException("Stall", id));
            action.accept(stall);
            return stall;
        });
    }

    private void requireUser(String user) {
        if (identity.createUserQuery().userId(user).count() == 0) {
            throw new RefusalException("user", user + " does not exist");
        }
    }

    private void requireGroup(String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            throw new RefusalException("group", group + " does not exist");
        }
    }

    private void tellReassigned(Stall stall, String recipient, String by, String rationale) {
        String text = "%s was given to %s by %s: %s".formatted(stall.name(), recipient, by, rationale);
        tellConcerned(stall, "reassignment", text, stall.taskId());
        noticeService.tell(stall.campaign(), stall.element(), recipient, "reassignment", text, stall.taskId());
    }

    private void tell(Stall stall, String subject, String text) {
        String user = stall.waitingFor().user();
        String recipient = user == null ? stall.waitingFor().group() : Notice.user(user);
        noticeService.tell(stall.campaign(), stall.element(), recipient, subject, text, stall.taskId());
    }

    /**
     * Tells those whose decision it was: whoever has claimed it, the group waited for, and the accountable one.
     *
     * @param taskId the task that is still to be done; null where there is none
     */
    private void tellConcerned(Stall stall, String subject, String text, String taskId) {
        Stream<String> user = Stream.ofNullable(stall.waitingFor().user()).map(Notice::user);
        Stream<String> accountable =
                waitReader.ofTask(stall.taskId(), StallKind.ofIncidentType(stall.kind())).map(Wait::group).stream();
        Stream.of(user, Stream.ofNullable(stall.waitingFor().group()), accountable)
                .flatMap(recipients -> recipients)
                .distinct()
                .forEach(recipient ->
                        noticeService.tell(stall.campaign(), stall.element(), recipient, subject, text, taskId));
    }

    private String when(Instant due) {
        return WallTimeFormatter.of(
                due, calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone());
    }

    private static String annotation(String what, String by, String rationale) {
        return "%s by %s: %s".formatted(what, by, rationale);
    }
}
