package dev.convergence.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each group may do. Work on a task is not granted here: the engine grants it to a task's candidates when the task
 * is created.
 */
@Component
@Order(2)
class GroupRights implements SetupStep {

    private static final String CAMPAIGN = "campaign";
    private static final String ABSENCE = "absence";

    private final Grants grants;

    GroupRights(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void run() {
        participants().forEach(group -> grants.ensure(participant(group)));
        grants.ensure(campaignManager());
        grants.ensure(manager());
        grants.ensure(processOwner());
        grants.ensure(operator());
        grants.ensure(administrator());
        everybodyWhoMayBeAbsent().forEach(group -> grants.ensure(ownAbsence(group)));
    }

    /** Those who work in Tasklist. */
    static List<String> taskWorkers() {
        return Stream.concat(participants().stream(), Stream.of(Groups.PROCESS_OWNERS))
                .toList();
    }

    /** Those who work in campaigns. */
    private static List<String> participants() {
        return Stream.concat(Groups.TEAMS.stream(), Stream.of(Groups.CAMPAIGN_MANAGERS, Groups.SPONSORS))
                .toList();
    }

    private static Stream<String> everybodyWhoMayBeAbsent() {
        return Stream.concat(
                participants().stream(), Stream.of(Groups.MANAGERS, Groups.PROCESS_OWNERS, Groups.OPERATORS));
    }

    /** The process itself refuses to record another's absence where the caller may not. */
    private static List<Grant> ownAbsence(String group) {
        return List.of(
                Grant.to(group, PROCESS_DEFINITION, ABSENCE, CREATE_INSTANCE),
                Grant.to(group, PROCESS_INSTANCE, ANY, CREATE));
    }

    /** Everybody sees how a campaign stands. */
    private static List<Grant> participant(String group) {
        return List.of(
                Grant.to(group, APPLICATION, "tasklist", ACCESS),
                Grant.to(group, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_HISTORY));
    }

    /** They start campaigns, and see whom a campaign waits for. */
    private static List<Grant> campaignManager() {
        String group = Groups.CAMPAIGN_MANAGERS;
        return List.of(
                Grant.to(group, PROCESS_DEFINITION, ANY, READ_TASK),
                Grant.to(group, PROCESS_DEFINITION, CAMPAIGN, CREATE_INSTANCE));
    }

    private static List<Grant> manager() {
        List<Grant> rights = cockpitReader(Groups.MANAGERS);
        rights.add(Grant.to(Groups.MANAGERS, DEPLOYMENT, ANY, READ));
        rights.add(Grant.to(Groups.MANAGERS, PROCESS_DEFINITION, ANY, READ_TASK));
        return rights;
    }

    /** They deploy, and take nothing away: a deployment carries the history of its instances. They weigh proposals. */
    private static List<Grant> processOwner() {
        List<Grant> rights = cockpitReader(Groups.PROCESS_OWNERS);
        rights.add(Grant.to(Groups.PROCESS_OWNERS, APPLICATION, "tasklist", ACCESS));
        rights.add(Grant.to(Groups.PROCESS_OWNERS, DEPLOYMENT, ANY, CREATE, READ));
        return rights;
    }

    /** They see jobs and their errors, and let them be tried again; to see a job takes the right to retry it. */
    private static List<Grant> operator() {
        List<Grant> rights = cockpitReader(Groups.OPERATORS);
        rights.add(Grant.to(Groups.OPERATORS, PROCESS_DEFINITION, ANY, RETRY_JOB));
        rights.add(Grant.to(Groups.OPERATORS, DEPLOYMENT, ANY, READ));
        rights.add(Grant.to(Groups.OPERATORS, BATCH, ANY, READ, READ_HISTORY, CREATE_BATCH_SET_JOB_RETRIES));
        rights.add(Grant.to(Groups.OPERATORS, SYSTEM, ANY, SystemPermissions.READ));
        return rights;
    }

    private static List<Grant> cockpitReader(String group) {
        return new ArrayList<>(List.of(
                Grant.to(group, APPLICATION, "cockpit", ACCESS),
                Grant.to(group, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_HISTORY),
                Grant.to(group, DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                Grant.to(group, DECISION_REQUIREMENTS_DEFINITION, ANY, READ)));
    }

    private static List<Grant> administrator() {
        return Arrays.stream(Resources.values())
                .map(resource -> Grant.to(Groups.ADMINISTRATORS, resource, ANY, ALL))
                .toList();
    }
}
