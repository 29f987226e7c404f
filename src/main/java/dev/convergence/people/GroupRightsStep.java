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
class GroupRightsStep implements SetupStep {

    private static final String CAMPAIGN = "campaign";
    private static final String ABSENCE = "absence";

    private final GrantWriter grantWriter;

    GroupRightsStep(GrantWriter grantWriter) {
        this.grantWriter = grantWriter;
    }

    @Override
    public void run() {
        participants().forEach(group -> grantWriter.ensure(participant(group)));
        grantWriter.ensure(campaignManager());
        grantWriter.ensure(manager());
        grantWriter.ensure(processOwner());
        grantWriter.ensure(operator());
        grantWriter.ensure(administrator());
        everybodyWhoMayBeAbsent().forEach(group -> grantWriter.ensure(ownAbsence(group)));
    }

    /** Those who work in Tasklist. */
    static List<String> taskWorkers() {
        return Stream.concat(participants().stream(), Stream.of(GroupCatalog.PROCESS_OWNERS))
                .toList();
    }

    /** Those who work in campaigns. */
    private static List<String> participants() {
        return Stream.concat(
                        GroupCatalog.TEAMS.stream(), Stream.of(GroupCatalog.CAMPAIGN_MANAGERS, GroupCatalog.SPONSORS))
                .toList();
    }

    private static Stream<String> everybodyWhoMayBeAbsent() {
        return Stream.concat(
                participants().stream(),
                Stream.of(GroupCatalog.MANAGERS, GroupCatalog.PROCESS_OWNERS, GroupCatalog.OPERATORS));
    }

    /** The process itself refuses to record another's absence where the caller may not. */
    private static List<GroupGrant> ownAbsence(String group) {
        return List.of(
                GroupGrant.to(group, PROCESS_DEFINITION, ABSENCE, CREATE_INSTANCE),
                GroupGrant.to(group, PROCESS_INSTANCE, ANY, CREATE));
    }

    /** Everybody sees how a campaign stands. */
    private static List<GroupGrant> participant(String group) {
        return List.of(
                GroupGrant.to(group, APPLICATION, "tasklist", ACCESS),
                GroupGrant.to(group, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_HISTORY));
    }

    /** They start campaigns, and see whom a campaign waits for. */
    private static List<GroupGrant> campaignManager() {
        String group = GroupCatalog.CAMPAIGN_MANAGERS;
        return List.of(
                GroupGrant.to(group, PROCESS_DEFINITION, ANY, READ_TASK),
                GroupGrant.to(group, PROCESS_DEFINITION, CAMPAIGN, CREATE_INSTANCE));
    }

    private static List<GroupGrant> manager() {
        List<GroupGrant> rights = cockpitReader(GroupCatalog.MANAGERS);
        rights.add(GroupGrant.to(GroupCatalog.MANAGERS, DEPLOYMENT, ANY, READ));
        rights.add(GroupGrant.to(GroupCatalog.MANAGERS, PROCESS_DEFINITION, ANY, READ_TASK));
        return rights;
    }

    /** They deploy, and take nothing away: a deployment carries the history of its instances. They weigh proposals. */
    private static List<GroupGrant> processOwner() {
        List<GroupGrant> rights = cockpitReader(GroupCatalog.PROCESS_OWNERS);
        rights.add(GroupGrant.to(GroupCatalog.PROCESS_OWNERS, APPLICATION, "tasklist", ACCESS));
        rights.add(GroupGrant.to(GroupCatalog.PROCESS_OWNERS, DEPLOYMENT, ANY, CREATE, READ));
        return rights;
    }

    /** They see jobs and their errors, and let them be tried again; to see a job takes the right to retry it. */
    private static List<GroupGrant> operator() {
        List<GroupGrant> rights = cockpitReader(GroupCatalog.OPERATORS);
        rights.add(GroupGrant.to(GroupCatalog.OPERATORS, PROCESS_DEFINITION, ANY, RETRY_JOB));
        rights.add(GroupGrant.to(GroupCatalog.OPERATORS, DEPLOYMENT, ANY, READ));
        rights.add(GroupGrant.to(GroupCatalog.OPERATORS, BATCH, ANY, READ, READ_HISTORY, CREATE_BATCH_SET_JOB_RETRIES));
        rights.add(GroupGrant.to(GroupCatalog.OPERATORS, SYSTEM, ANY, SystemPermissions.READ));
        return rights;
    }

    private static List<GroupGrant> cockpitReader(String group) {
        return new ArrayList<>(List.of(
                GroupGrant.to(group, APPLICATION, "cockpit", ACCESS),
                GroupGrant.to(group, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_HISTORY),
                GroupGrant.to(group, DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                GroupGrant.to(group, DECISION_REQUIREMENTS_DEFINITION, ANY, READ)));
    }

    private static List<GroupGrant> administrator() {
        return Arrays.stream(Resources.values())
                .map(resource -> GroupGrant.to(GroupCatalog.ADMINISTRATORS, resource, ANY, ALL))
                .toList();
    }
}
