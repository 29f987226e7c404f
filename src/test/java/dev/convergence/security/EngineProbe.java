package dev.convergence.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** One of everything that the engine has, of its own, so that whoever may change it damages nothing. */
final class EngineProbe {

    private static final String MODEL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="probe">
              <process id="%s" name="Probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" />
                <sequenceFlow id="begin" sourceRef="start" targetRef="fork" />
                <parallelGateway id="fork" />
                <sequenceFlow id="toWork" sourceRef="fork" targetRef="work" />
                <sequenceFlow id="toOutside" sourceRef="fork" targetRef="outside" />
                <sequenceFlow id="toFailure" sourceRef="fork" targetRef="fails" />
                <serviceTask id="fails" name="Fails" camunda:asyncBefore="true" camunda:expression="${'a' * 2}" />
                <userTask id="work" name="Work" camunda:candidateGroups="sales" />
                <boundaryEvent id="late" attachedToRef="work" cancelActivity="false">
                  <timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <serviceTask id="outside" name="Outside" camunda:type="external" camunda:topic="probe" />
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;
    private final Map<String, String> ids = new LinkedHashMap<>();

    EngineProbe(ProcessEngine engine, String key) {
        this.engine = engine;
        deploy(key);
        instance(key);
        people(key);
    }

    static String model(String key) {
        return MODEL.formatted(key);
    }

    private void deploy(String key) {
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(key + ".bpmn", model(key))
                .deploy()
                .getId();
        ids.put("DEPLOYMENT", deployment);
        ids.put("KEY", key);
        ids.put(
                "DEFINITION",
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .singleResult()
                        .getId());
        ids.put(
                "DECISION",
                engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("gate-policy")
                        .latestVersion()
                        .singleResult()
                        .getId());
    }

    private void instance(String key) {
        RuntimeService runtime = engine.getRuntimeService();
        ProcessInstance instance = runtime.startProcessInstanceByKey(key);
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult();
        Job failing = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .singleResult();
        ids.put("FAILING", failing.getId());
        ids.put("INSTANCE", instance.getId());
        ids.put("EXECUTION", task.getExecutionId());
        ids.put("TASK", task.getId());
        ids.put("JOB", job.getId());
        ids.put("JOB_DEFINITION", job.getJobDefinitionId());
        ids.put(
                "EXTERNAL",
                engine.getExternalTaskService()
                        .createExternalTaskQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getId());
        ids.put(
                "INCIDENT",
                runtime.createIncident("probe", task.getExecutionId(), "probe", "Probe")
                        .getId());
        ids.put(
                "COMMENT",
                engine.getTaskService()
                        .createComment(task.getId(), null, "Probe")
                        .getId());
        ids.put(
                "ATTACHMENT",
                engine.getTaskService()
                        .createAttachment("link", task.getId(), null, "Probe", null, "https://example.org")
                        .getId());
    }

    private void people(String key) {
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser("user-" + key));
        engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup("group-" + key));
        engine.getIdentityService().saveTenant(engine.getIdentityService().newTenant("tenant-" + key));
        ids.put("USER", "user-" + key);
        ids.put("GROUP", "group-" + key);
        ids.put("TENANT", "tenant-" + key);
        Filter filter = engine.getFilterService().newTaskFilter("filter-" + key);
        filter.setQuery(engine.getTaskService().createTaskQuery().taskId("none"));
        ids.put("FILTER", engine.getFilterService().saveFilter(filter).getId());
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId("user-" + key);
        grant.setResource(Resources.FILTER);
        grant.setResourceId("none");
        grant.addPermission(Permissions.READ);
        ids.put(
                "AUTHORIZATION",
                engine.getAuthorizationService().saveAuthorization(grant).getId());
        ids.put("NEW", "new-" + key);
    }

    String id(String name) {
        return ids.get(name);
    }

    /** A text with the names of things in capitals, with what they are called here. */
    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replaceAll("\\b" + id.getKey() + "\\b", id.getValue());
        }
        return filled;
    }

    /** The path of an operation with the ids of what is there. */
    String path(String template) {
        String first = template.split("/")[1];
        String id =
                switch (first) {
                    case "task" -> "TASK";
                    case "execution" -> "EXECUTION";
                    case "process-instance" -> "INSTANCE";
                    case "process-definition" -> "DEFINITION";
                    case "decision-definition" -> "DECISION";
                    case "job" -> "JOB";
                    case "job-definition" -> "JOB_DEFINITION";
                    case "external-task" -> "EXTERNAL";
                    case "incident" -> "INCIDENT";
                    case "deployment" -> "DEPLOYMENT";
                    case "filter" -> "FILTER";
                    case "user" -> "USER";
                    case "group" -> "GROUP";
                    case "tenant" -> "TENANT";
                    case "authorization" -> "AUTHORIZATION";
                    case "history" -> "INSTANCE";
                    default -> "none";
                };
        return fill(template.replace("{id}", id)
                .replace("{key}", first.equals("decision-definition") ? "gate-policy" : "KEY")
                .replace("{commentId}", "COMMENT")
                .replace("{attachmentId}", "ATTACHMENT")
                .replace("{userId}", "legal")
                .replace("{groupId}", "sales")
                .replace("{tenantId}", "TENANT")
                .replaceAll("\\{\\w+}", "x"));
    }

    void remove() {
        if (engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentId(id("DEPLOYMENT"))
                        .count()
                > 0) {
            engine.getRepositoryService().deleteDeployment(id("DEPLOYMENT"), true, true, true);
        }
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentNameLike(id("NEW") + "%")
                .list()
                .forEach(
                        deployed -> engine.getRepositoryService().deleteDeployment(deployed.getId(), true, true, true));
        engine.getIdentityService().deleteUser(id("USER"));
        engine.getIdentityService().deleteUser(id("NEW"));
        engine.getIdentityService().deleteGroup(id("GROUP"));
        engine.getIdentityService().deleteGroup(id("NEW"));
        engine.getIdentityService().deleteTenant(id("TENANT"));
        engine.getIdentityService().deleteTenant(id("NEW"));
        if (engine.getFilterService().createFilterQuery().filterId(id("FILTER")).count() > 0) {
            engine.getFilterService().deleteFilter(id("FILTER"));
        }
        engine.getAuthorizationService().createAuthorizationQuery().userIdIn(id("USER"), id("NEW")).list().stream()
                .map(Authorization::getId)
                .forEach(engine.getAuthorizationService()::deleteAuthorization);
        if (engine.getTaskService().createTaskQuery().taskId(id("NEW")).count() > 0) {
            engine.getTaskService().deleteTask(id("NEW"), true);
        }
    }
}
