package dev.convergence.people;

import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The filters that Tasklist opens with. One that somebody has edited stays as it is. */
@Component
@Order(3)
class TaskFilterStep implements SetupStep {

    private static final String[] APPROVALS = {"userTask_reviewGate", "userTask_acceptHandoff"};

    private final CommandExecutor commands;
    private final TaskService tasks;
    private final GrantWriter grantWriter;

    TaskFilterStep(ProcessEngine engine, TaskService tasks, GrantWriter grantWriter) {
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.tasks = tasks;
        this.grantWriter = grantWriter;
    }

    @Override
    public void run() {
        filters().forEach(this::ensure);
    }

    private List<TaskFilter> filters() {
        List<String> everybody = GroupRightsStep.taskWorkers();
        List<String> campaignManagers = List.of(GroupCatalog.CAMPAIGN_MANAGERS);
        return List.of(
                new TaskFilter(
                        "my-groups-work", "My groups' work", "All that my groups may do", 10, ofMyGroups(), everybody),
                new TaskFilter("my-work", "My work", "What I have claimed", 15, mine(), everybody),
                new TaskFilter(
                        "my-groups-approvals",
                        "My groups' approvals",
                        "Gates and handoffs that my groups decide",
                        20,
                        ofMyGroups().taskDefinitionKeyIn(APPROVALS),
                        everybody),
                new TaskFilter("overdue", "Overdue", "What should have been done by now", 40, overdue(), everybody),
                new TaskFilter(
                        "waiting-on-others",
                        "Waiting on others",
                        "Gates and handoffs that campaigns wait for",
                        50,
                        waitingOnOthers(),
                        campaignManagers));
    }

    private TaskQuery mine() {
        return dueFirst(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    }

    private TaskQuery ofMyGroups() {
        return dueFirst(tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks());
    }

    private TaskQuery overdue() {
        return dueFirst(tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    }

    private TaskQuery waitingOnOthers() {
        return dueFirst(tasks.createTaskQuery().taskDefinitionKeyIn(APPROVALS));
    }

    private static TaskQuery dueFirst(TaskQuery query) {
        return query.orderByDueDate().asc();
    }

    private void ensure(TaskFilter filter) {
        commands.execute(context -> insertIfMissing(context, filter));
        filter.readers()
                .forEach(group -> grantWriter.ensure(
                        List.of(GroupGrant.to(group, Resources.FILTER, filter.id(), Permissions.READ))));
    }

    /** Past the filter service, which makes up an id: with one of ours the primary key stops a second node. */
    private static Void insertIfMissing(CommandContext context, TaskFilter filter) {
        if (context.getFilterManager().findFilterById(filter.id()) == null) {
            FilterEntity row = new FilterEntity(EntityTypes.TASK);
            row.setId(filter.id());
            row.setName(filter.name());
            row.setQuery(filter.query());
            row.setProperties(filter.properties());
            context.getDbEntityManager().insert(row);
        }
        return null;
    }
}
