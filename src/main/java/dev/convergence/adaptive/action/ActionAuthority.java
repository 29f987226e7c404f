package dev.convergence.adaptive.action;

import dev.convergence.engine.SystemAuthority;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;

/**
 * Who may decide about an action: the accountable group alone, whoever stands in for one of it included, whose groups a
 * substitute has meanwhile. Being given the task, by an administrator or anybody else, gives no authority.
 */
@Component
class ActionAuthority {

    private final ActionNotices notices;
    private final SystemAuthority system;

    ActionAuthority(ActionNotices notices, SystemAuthority system) {
        this.notices = notices;
        this.system = system;
    }

    /**
     * Lets through whoever may decide, and the application itself.
     *
     * @throws AuthorizationException naming the group that may
     */
    void require() {
        String accountable = notices.about(ActionNotices.APPROVE).accountable();
        system.authenticated()
                .filter(caller -> !caller.groups().contains(accountable))
                .ifPresent(caller -> {
                    throw new AuthorizationException("You may not decide this action: it is for " + accountable);
                });
    }
}
