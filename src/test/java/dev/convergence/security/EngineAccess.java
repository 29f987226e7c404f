package dev.convergence.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rule of each operation of the engine's REST that changes something or reads by POST. The first that fits an
 * operation counts; one that none fits makes the test fail.
 */
final class EngineAccess {

    private static final String NONE = "{}";

    static final Pattern LISTS = Pattern.compile(
            "/(task|process-instance|execution|external-task|job|job-definition|variable-instance|group|schema/log"
                    + "|history/(activity-instance|detail|external-task-log|job-log|process-instance|task|variable-instance))");

    /**
     * @param operation method and path
     * @param body what is sent; words in capitals stand for objects made for the test
     * @param refused what whoever may not gets; 404 where they are not told that it is there
     */
    record Entry(Pattern operation, AccessRule rule, String body, Set<Integer> refused) {}

    private static final List<Entry> ENTRIES = List.of(
            // What reads, though it is a POST: everybody gets what they may see, if it is nothing.
            entry(
                    "POST /(task|process-instance|execution|external-task|job|job-definition|variable-instance|group)(/count)?",
                    AccessRule.READS,
                    NONE),
            entry("POST /(case-execution|case-instance)(/count)?", AccessRule.READS, NONE),
            entry(
                    "POST /history/(activity-instance|case-instance|detail|external-task-log|job-log|process-instance|task|variable-instance)(/count)?",
                    AccessRule.READS,
                    NONE),
            entry("POST /filter/\\{id}/(count|list|singleResult)", AccessRule.ADMINISTERS, NONE, 403, 404),
            entry("POST /identity/password-policy", AccessRule.READS, "{\"password\": \"x\"}"),
            entry(
                    "POST /identity/verify",
                    AccessRule.ADMINISTERS,
                    "{\"username\": \"nobody-here\", \"password\": \"x\"}"),
            entry(
                    "POST /migration/(generate|validate)",
                    AccessRule.READS,
                    "{\"sourceProcessDefinitionId\": \"DEFINITION\", \"targetProcessDefinitionId\": \"DEFINITION\", \"instructions\": []}"),
            entry("POST /schema/log", AccessRule.READS, NONE),
            // Does nothing any more.
            entry("POST /telemetry/configuration", AccessRule.READS, "{\"enableTelemetry\": false}"),
            entry("DELETE /metrics/task-worker", AccessRule.ADMINISTERS, NONE),

            // Work on a task: whom it is offered to.
            entry("POST /task/\\{id}/claim", AccessRule.WORKS_ON_THE_TASK, "{\"userId\": \"SELF\"}"),
            entry("POST /task/\\{id}/(complete|submit-form)", AccessRule.WORKS_ON_THE_TASK, NONE),
            entry("POST /task/\\{id}/resolve", AccessRule.WORKS_ON_THE_TASK, NONE),
            entry("POST /task/\\{id}/comment/create", AccessRule.WORKS_ON_THE_TASK, "{\"message\": \"x\"}"),
            entry(
                    "PUT /task/\\{id}/comment",
                    AccessRule.WORKS_ON_THE_TASK,
                    "{\"id\": \"COMMENT\", \"message\": \"x\"}"),
            entry("DELETE /task/\\{id}/comment(/\\{commentId})?", AccessRule.WORKS_ON_THE_TASK, NONE),
            entry("POST /task/\\{id}/attachment/create", AccessRule.WORKS_ON_THE_TASK, "multipart"),
            entry("DELETE /task/\\{id}/attachment/\\{attachmentId}", AccessRule.WORKS_ON_THE_TASK, NONE, 403, 404),

            // Who has a task, and what it is.
            entry("POST /task/\\{id}/unclaim", AccessRule.ASSIGNS_TASKS, NONE),
            entry("POST /task/\\{id}/(assignee|delegate)", AccessRule.ASSIGNS_TASKS, "{\"userId\": \"legal\"}"),
            entry(
                    "POST /task/\\{id}/identity-links(/delete)?",
                    AccessRule.ASSIGNS_TASKS,
                    "{\"userId\": \"legal\", \"type\": \"candidate\"}"),
            entry("POST /task/create", AccessRule.ADMINISTERS, "{\"id\": \"NEW\"}"),
            entry("PUT /task/\\{id}", AccessRule.ADMINISTERS, NONE, 403, 404),
            entry("DELETE /task/\\{id}", AccessRule.NOBODY, NONE, 403, 404, 500),

            // Starting: by whoever starts campaigns, others' processes by administrators.
            entry(
                    "POST /process-definition/(\\{id}|key/\\{key}|key/\\{key}/tenant-id/\\{tenantId})/(start|submit-form)",
                    AccessRule.ADMINISTERS,
                    "{\"variables\": {}}",
                    403,
                    404),

            // State set from outside: nobody.
            entry(
                    "POST /process-definition/(\\{id}|key/\\{key}|key/\\{key}/tenant-id/\\{tenantId})/restart(-async)?",
                    AccessRule.NOBODY,
                    "{\"processInstanceIds\": [\"INSTANCE\"], \"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"work\"}]}",
                    403,
                    404),
            entry(
                    "POST /process-instance/\\{id}/modification(-async)?",
                    AccessRule.NOBODY,
                    "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"work\"}]}"),
            entry(
                    "POST /modification/execute(Async)?",
                    AccessRule.NOBODY,
                    "{\"processDefinitionId\": \"DEFINITION\", \"processInstanceIds\": [\"INSTANCE\"], \"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"work\"}]}"),
            entry(
                    "POST /migration/execute(Async)?",
                    AccessRule.NOBODY,
                    "{\"migrationPlan\": {\"sourceProcessDefinitionId\": \"DEFINITION\", \"targetProcessDefinitionId\": \"DEFINITION\", \"instructions\": [{\"sourceActivityIds\": [\"work\"], \"targetActivityIds\": [\"work\"]}]}, \"processInstanceIds\": [\"INSTANCE\"]}"),
            entry(
                    "POST /(process-instance|execution|task)/\\{id}/(variables|localVariables)",
                    AccessRule.NOBODY,
                    "{\"modifications\": {\"x\": {\"value\": \"y\"}}}",
                    400,
                    403),
            entry(
                    "PUT /(process-instance|execution|task)/\\{id}/(variables|localVariables)/\\{varId}",
                    AccessRule.NOBODY,
                    "{\"value\": \"y\"}",
                    400,
                    403),
            entry(
                    "DELETE /(process-instance|execution|task)/\\{id}/(variables|localVariables)/\\{varId}",
                    AccessRule.NOBODY,
                    NONE,
                    400,
                    403),
            entry(
                    "POST /(process-instance|execution|task)/\\{id}/(variables|localVariables)/\\{varId}/data",
                    AccessRule.NOBODY,
                    "multipart",
                    400,
                    403),
            entry(
                    "POST /process-instance/variables-async",
                    AccessRule.NOBODY,
                    "{\"processInstanceIds\": [\"INSTANCE\"], \"variables\": {\"x\": {\"value\": \"y\"}}}"),
            entry(
                    "POST /process-instance/message-async",
                    AccessRule.NOBODY,
                    "{\"processInstanceIds\": [\"INSTANCE\"], \"messageName\": \"x\"}"),
            // Of one's own models; never of the product's, which another test holds.
            entry("POST /execution/\\{id}/signal", AccessRule.ADMINISTERS, NONE, 400, 403),
            entry(
                    "POST /execution/\\{id}/messageSubscriptions/\\{messageName}/trigger",
                    AccessRule.NOBODY,
                    NONE,
                    400,
                    403),
            entry(
                    "POST /execution/\\{id}/create-incident",
                    AccessRule.NOBODY,
                    "{\"incidentType\": \"x\", \"configuration\": \"x\"}"),
            entry("DELETE /incident/\\{id}", AccessRule.NOBODY, NONE),
            entry(
                    "POST /message",
                    AccessRule.NOBODY,
                    "{\"messageName\": \"x\", \"processInstanceId\": \"INSTANCE\"}",
                    400,
                    403),
            entry("POST /signal", AccessRule.NOBODY, "{\"name\": \"x\", \"executionId\": \"EXECUTION\"}", 400, 403),
            entry(
                    "POST /condition",
                    AccessRule.NOBODY,
                    "{\"variables\": {\"x\": {\"value\": \"y\"}}, \"processDefinitionId\": \"DEFINITION\"}",
                    400,
                    403),
            entry(
                    "POST /task/\\{id}/bpmn(Error|Escalation)",
                    AccessRule.NOBODY,
                    "{\"errorCode\": \"x\", \"escalationCode\": \"x\"}"),

            // Jobs and their errors.
            entry("PUT /job/\\{id}/retries", AccessRule.OPERATES, "{\"retries\": 1}"),
            entry("POST /job/retries", AccessRule.OPERATES, "{\"jobIds\": [\"JOB\"], \"retries\": 1}"),
            entry("PUT /job-definition/\\{id}/retries", AccessRule.OPERATES, "{\"retries\": 1}"),
            entry(
                    "POST /process-instance/job-retries",
                    AccessRule.OPERATES,
                    "{\"processInstances\": [\"INSTANCE\"], \"retries\": 1}"),
            entry(
                    "POST /process-instance/job-retries-historic-query-based",
                    AccessRule.OPERATES,
                    "{\"processInstances\": [\"INSTANCE\"], \"retries\": 1}"),
            entry("POST /job/\\{id}/(execute|duedate/recalculate)", AccessRule.ADMINISTERS, NONE),
            entry("DELETE /job/\\{id}", AccessRule.NOBODY, NONE, 403, 404),
            entry("PUT /job/\\{id}/duedate", AccessRule.ADMINISTERS, "{\"duedate\": null}"),
            entry("PUT /job(-definition)?/\\{id}/(job)?[pP]riority", AccessRule.ADMINISTERS, "{\"priority\": 1}"),
            entry("PUT /job(-definition)?/\\{id}/suspended", AccessRule.ADMINISTERS, "{\"suspended\": false}"),
            entry(
                    "PUT /job(-definition)?/suspended",
                    AccessRule.ADMINISTERS,
                    "{\"suspended\": false, \"processDefinitionId\": \"DEFINITION\"}"),

            // External tasks: no model of ours has one.
            entry(
                    "POST /external-task/fetchAndLock",
                    AccessRule.NOBODY,
                    "{\"workerId\": \"x\", \"maxTasks\": 1, \"topics\": []}",
                    403,
                    404),
            entry(
                    "POST /external-task/\\{id}/(lock|unlock|failure|extendLock|complete|bpmnError)",
                    AccessRule.NOBODY,
                    "{\"workerId\": \"x\", \"errorCode\": \"x\", \"errorMessage\": \"x\", \"retries\": 1, \"newDuration\": 1, \"lockDuration\": 1}",
                    400,
                    403),
            entry(
                    "POST /external-task/retries-async",
                    AccessRule.ADMINISTERS,
                    "{\"externalTaskIds\": [\"x\"], \"retries\": 1}"),
            entry(
                    "PUT /external-task/retries",
                    AccessRule.ADMINISTERS,
                    "{\"externalTaskIds\": [\"EXTERNAL\"], \"retries\": 1}"),
            entry(
                    "(POST|PUT) /external-task/\\{id}/.*",
                    AccessRule.ADMINISTERS,
                    "{\"workerId\": \"x\", \"errorCode\": \"x\", \"errorMessage\": \"x\", \"retries\": 1, \"priority\": 1, \"newDuration\": 1, \"lockDuration\": 1}",
                    400,
                    403),

            // Models.
            entry("POST /deployment/create", AccessRule.DEPLOYS, "multipart"),
            entry("POST /deployment/\\{id}/redeploy", AccessRule.DEPLOYS, NONE, 403, 404),
            entry("DELETE /deployment/\\{id}", AccessRule.ADMINISTERS, NONE, 403, 404),
            entry("DELETE /process-definition/.*", AccessRule.ADMINISTERS, NONE, 403, 404),
            entry(
                    "PUT /(process|decision)-definition/.*history-time-to-live",
                    AccessRule.ADMINISTERS,
                    "{\"historyTimeToLive\": 1}",
                    403,
                    404),
            entry(
                    "PUT /process-definition/suspended",
                    AccessRule.ADMINISTERS,
                    "{\"suspended\": false, \"processDefinitionKey\": \"KEY\"}"),
            entry("PUT /process-definition/.*suspended", AccessRule.ADMINISTERS, "{\"suspended\": false}", 403, 404),
            entry("POST /decision-definition/.*evaluate", AccessRule.ADMINISTERS, "{\"variables\": {}}", 403, 404),

            // Instances and their records.
            entry("DELETE /process-instance/\\{id}", AccessRule.ADMINISTERS, NONE),
            entry(
                    "POST /process-instance/delete-historic-query-based",
                    AccessRule.ADMINISTERS,
                    "{\"historicProcessInstanceQuery\": {}}",
                    400,
                    403),
            entry("POST /process-instance/delete", AccessRule.ADMINISTERS, "{\"processInstanceIds\": [\"INSTANCE\"]}"),
            entry("PUT /process-instance/\\{id}/suspended", AccessRule.ADMINISTERS, "{\"suspended\": false}"),
            entry(
                    "(PUT|POST) /process-instance/suspended(-async)?",
                    AccessRule.ADMINISTERS,
                    "{\"suspended\": false, \"processInstanceIds\": [\"INSTANCE\"]}"),
            entry(
                    "(PUT|DELETE) /process-instance/\\{id}/comment(/\\{commentId})?",
                    AccessRule.ADMINISTERS,
                    "{\"id\": \"COMMENT\", \"message\": \"x\"}",
                    400,
                    403,
                    404),
            entry(
                    "DELETE /history/(process-instance/\\{id}/variable-instances|variable-instance/\\{id})",
                    AccessRule.NOBODY,
                    NONE,
                    403,
                    404),
            entry("DELETE /history/process-instance/\\{id}", AccessRule.ADMINISTERS, NONE, 403, 404),
            entry(
                    "POST /history/decision-instance/delete",
                    AccessRule.NOBODY,
                    "{\"historicDecisionInstanceIds\": [\"x\"]}"),
            entry(
                    "POST /history/process-instance/delete",
                    AccessRule.ADMINISTERS,
                    "{\"historicProcessInstanceIds\": [\"INSTANCE\"], \"historicDecisionInstanceIds\": [\"x\"]}"),
            entry(
                    "POST /history/(process|decision)-instance/set-removal-time",
                    AccessRule.ADMINISTERS,
                    "{\"clearedRemovalTime\": true, \"historicProcessInstanceIds\": [\"INSTANCE\"], \"historicDecisionInstanceIds\": [\"x\"]}",
                    400,
                    403),
            entry(
                    "POST /history/batch/set-removal-time",
                    AccessRule.ADMINISTERS,
                    "{\"clearedRemovalTime\": true, \"historicBatchIds\": [\"x\"]}",
                    400,
                    403),
            entry("POST /history/cleanup", AccessRule.ADMINISTERS, NONE),
            entry(
                    "PUT /history/user-operation/\\{operationId}/(set|clear)-annotation",
                    AccessRule.ADMINISTERS,
                    "{\"annotation\": \"x\"}",
                    400,
                    403,
                    404),
            entry("(PUT|DELETE) /incident/\\{id}/annotation", AccessRule.ADMINISTERS, "{\"annotation\": \"x\"}"),
            entry(
                    "(PUT|DELETE) /(history/)?batch/\\{id}(/suspended)?",
                    AccessRule.ADMINISTERS,
                    "{\"suspended\": false}",
                    400,
                    403,
                    404),

            // People and their rights; filters.
            entry(
                    "POST /authorization/create",
                    AccessRule.ADMINISTERS,
                    "{\"type\": 1, \"permissions\": [\"READ\"], \"userId\": \"NEW\", \"resourceType\": 6, \"resourceId\": \"NEW\"}"),
            entry(
                    "(PUT|DELETE) /authorization/\\{id}",
                    AccessRule.ADMINISTERS,
                    "{\"permissions\": [\"READ\"], \"userId\": \"NEW\", \"resourceType\": 6, \"resourceId\": \"NEW\"}",
                    403,
                    404),
            entry(
                    "POST /filter/create",
                    AccessRule.ADMINISTERS,
                    "{\"resourceType\": \"Task\", \"name\": \"NEW\", \"query\": {}}"),
            entry(
                    "(PUT|DELETE) /filter/\\{id}",
                    AccessRule.ADMINISTERS,
                    "{\"resourceType\": \"Task\", \"name\": \"NEW\", \"query\": {}}",
                    403,
                    404),
            entry(
                    "POST /user/create",
                    AccessRule.ADMINISTERS,
                    "{\"profile\": {\"id\": \"NEW\"}, \"credentials\": {\"password\": \"x\"}}"),
            entry(
                    "PUT /user/\\{id}/profile",
                    AccessRule.ADMINISTERS,
                    "{\"id\": \"USER\", \"firstName\": \"x\"}",
                    403,
                    404),
            entry(
                    "PUT /user/\\{id}/credentials",
                    AccessRule.ADMINISTERS,
                    "{\"password\": \"x\", \"authenticatedUserPassword\": \"SELF\"}",
                    403,
                    404),
            entry("POST /user/\\{id}/unlock", AccessRule.ADMINISTERS, NONE),
            entry("DELETE /user/\\{id}", AccessRule.ADMINISTERS, NONE),
            entry("POST /(group|tenant)/create", AccessRule.ADMINISTERS, "{\"id\": \"NEW\", \"name\": \"x\"}"),
            entry(
                    "(PUT|DELETE) /(group|tenant)/\\{id}(/(group-|user-)?members/\\{\\w+})?",
                    AccessRule.ADMINISTERS,
                    "{\"id\": \"GROUP\", \"name\": \"x\"}",
                    403,
                    404),

            // Case management: there are no cases.
            entry("\\w+ /case-(definition|execution|instance)/.*", AccessRule.NOBODY, NONE, 400, 403, 404, 415, 500));

    private EngineAccess() {}

    private static Entry entry(String operation, AccessRule rule, String body, Integer... refused) {
        Set<Integer> statuses =
                refused.length == 0 ? Set.of(403) : Arrays.stream(refused).collect(Collectors.toUnmodifiableSet());
        return new Entry(Pattern.compile(operation), rule, body, statuses);
    }

    static Optional<Entry> of(String operation) {
        return ENTRIES.stream()
                .filter(entry -> entry.operation().matcher(operation).matches())
                .findFirst();
    }
}
