package dev.convergence.engine.guard;

import dev.convergence.engine.identity.SystemAuthority;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The one door that every call of the engine goes through. A command comes from outside where somebody is signed in, no
 * other command is under way, and the application does not answer for it itself.
 */
public final class OutsideInterceptor extends CommandInterceptor {

    /** What a rule asks before its command runs, within the command's own context. */
    public interface Guard {
        void check(Command<?> command, CommandContext context);
    }

    private final OutsideCommandCatalog commands = new OutsideCommandCatalog();
    private final Supplier<Authentication> caller;
    private final Map<OutsideRule, Guard> guards;

    public OutsideInterceptor(Supplier<Authentication> caller, Map<OutsideRule, Guard> guards) {
        this.caller = caller;
        this.guards = guards;
    }

    @Override
    public <T> T execute(Command<T> command) {
        OutsideRule rule = isFromOutside() ? commands.ruleOf(command.getClass()) : OutsideRule.PERMITTED;
        return switch (rule) {
            case PERMITTED -> next.execute(command);
            case REFUSED ->
                throw new AuthorizationException("Nobody does this from outside, administrators included: "
                        + "a campaign goes on by its tasks and by " + "the operations of /api. ("
                        + command.getClass().getSimpleName() + ")");
            case ANSWER, START, EVENT, WRITE -> next.execute(checked(command, guards.get(rule)));
        };
    }

    private boolean isFromOutside() {
        if (Context.getCommandContext() != null || SystemAuthority.isAnsweredFor()) {
            return false;
        }
        Authentication authentication = caller.get();
        return authentication != null && authentication.getUserId() != null;
    }

    private static <T> Command<T> checked(Command<T> command, Guard guard) {
        return context -> {
            guard.check(command, context);
            return command.execute(context);
        };
    }
}
