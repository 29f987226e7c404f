package dev.convergence.adaptive.action;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.task.DoneTask;
import dev.convergence.engine.task.TaskAuthorReader;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Who may decide about an action: the accountable group alone, whoever stands in for one of it included, whose groups a
 * substitute has meanwhile. Being given the task, by an administrator or anybody else, gives no authority.
 */
@Component
class ActionAuthority {

    private final ActionNotifier notices;
    private final LedgerRepository entries;
    private final HistoryService history;
    private final SystemAuthority system;

    ActionAuthority(ActionNotifier notices, LedgerRepository entries, HistoryService history, SystemAuthority system) {
        this.notices = notices;
        this.entries = entries;
        this.history = history;
        this.system = system;
    }

    /**
     * Lets through whoever may decide, and the application itself.
     *
     * @throws AuthorizationException naming the group that may
     */
    void require(DelegateTask decision) {
        String accountable = notices.about(ActionNotifier.APPROVE).accountable();
        system.authenticated()
                .filter(caller -> !caller.groups().contains(accountable))
                .ifPresent(caller -> {
                    throw new AuthorizationException("You may not decide this action: it is for " + accountable);
                });
        system.authenticated()
                .flatMap(caller -> Stream.of(caller.id(), decision.getOwner())
                        .filter(Objects::nonNull)
                        .filter(involved(decision)::contains)
                        .findFirst())
                .ifPresent(user -> {
                    throw new AuthorizationException(
                            "You may not decide this action: nobody decides on work of their own, and %s made it or asked for it. It is for others of %s"
                                    .formatted(user, accountable));
                });
    }

    /** Who has made what would be published, in any round, and who has asked for the action in person. */
    private Set<String> involved(DelegateTask decision) {
        LedgerEntry action = entries.require(
                decision.getExecution().getProcessBusinessKey(), AdaptiveProcess.ACTION_ID.get(decision));
        Stream<String> made = DoneTask.among(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(decision.getProcessInstanceId())
                        .taskDefinitionKey(AdaptationProcess.MAKE_VARIANTS)
                        .finished()
                        .list())
                .flatMap(DoneTask::people);
        return Stream.concat(made, askers(action).stream()).collect(Collectors.toSet());
    }

    /** A rule asks for all but what takes another action back. */
    private static Set<String> askers(LedgerEntry action) {
        return action.isReversal() && action.decidedBy() != null
                ? TaskAuthorReader.peopleIn(action.decidedBy())
                : Set.of();
    }
}
