package dev.convergence.engine.guard;

import dev.convergence.engine.form.AskedFieldResolver;
import dev.convergence.engine.form.SentAnswerValidator;
import dev.convergence.engine.form.StartState;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Whoever starts a process answers what its start form asks. The product's blocks have none: they are called by a campaign. */
public final class StartGuard implements OutsideInterceptor.Guard {

    private final AskedFieldResolver asked;
    private final Set<String> shipped;

    public StartGuard(AskedFieldResolver asked, Set<String> shipped) {
        this.asked = asked;
        this.shipped = shipped;
    }

    /**
     * Asks for the definition as the engine does next, which keeps it.
     *
     * @throws Refusal naming a variable that the start form does not ask for
     * @throws AuthorizationException where the process is the product's and starts by itself
     */
    @Override
    public void check(Command<?> command, CommandContext context) {
        CommandFieldReader fields = new CommandFieldReader(command);
        ProcessDefinitionEntity process = process(fields, command, context);
        if (process == null) {
            return;
        }
        if (shipped.contains(process.getKey()) && !AskedFieldResolver.hasForm(process.getStartFormDefinition())) {
            throw new AuthorizationException(
                    "Nobody starts '" + process.getKey() + "' from outside: a campaign calls it.");
        }
        Map<String, Object> sent = fields.map(
                command instanceof SubmitStartFormCmd
                        ? "variables"
                        : "instantiationBuilder.modificationBuilder.processVariables");
        if (!sent.isEmpty()) {
            new SentAnswerValidator(asked.ofStart(process, context), new StartState(context), "start")
                    .keepOnlyAnswers(sent);
        }
    }

    private static ProcessDefinitionEntity process(
            CommandFieldReader fields, Command<?> command, CommandContext context) {
        if (command instanceof SubmitStartFormCmd) {
            return context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(fields.text("processDefinitionId"));
        }
        return new GetDeployedProcessDefinitionCmd(
                        (ProcessInstantiationBuilderImpl) fields.get("instantiationBuilder"), false)
                .execute(context);
    }
}
