package dev.convergence.adaptive.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.adaptive.source.state.SuspensionService;
import dev.convergence.adaptive.source.state.WatchedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A live campaign whose sources are watched, and what its readings do, in the words of a test. */
abstract class WatchedCampaign extends SurfaceTest {

    static final String BRING_BACK = "userTask_bringSourceBack";
    static final String RELEASE = "userTask_releaseSource";
    static final String CHECK = "userTask_checkSource";

    /** Analytics' own; acts again after three good readings. */
    static final String WEB = "web";

    /** The sales team's own; no rule lets it act again. */
    static final String CRM = "crm";

    private static final AtomicInteger READINGS = new AtomicInteger();

    @Autowired
    AdaptiveCampaignRepository campaigns;

    @Autowired
    SourceCatalog sourceCatalog;

    @Autowired
    SuspensionService suspensionService;

    @Autowired
    JdbcClient jdbc;

    final String key = newKey();
    private String deployment;

    @BeforeEach
    void deployACaller() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("source-caller.bpmn", CALLER)
                .deploy()
                .getId();
    }

    @AfterEach
    void forgetTheCaller() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    void begin() {
        begin("normal");
    }

    /** A campaign is live from now on; no source of it is watched yet. */
    void begin(String priority) {
        ProcessInstance caller = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "source-caller",
                        key,
                        Map.of("campaignName", "Name of " + key, "priority", priority, "pattern", "adaptive"));
        campaigns.begin(new AdaptiveCampaign(
                key, caller.getId(), "always-on", priority, now(), now().plus(Duration.ofDays(30)), null, true, "{}"));
    }

    /** The campaign expects readings of this source. */
    void watch(String source) {
        jdbc.sql("insert into cc_source (campaign_key, source) values (?, ?)")
                .params(key, source)
                .update();
        engine.getRuntimeService()
                .createMessageCorrelation("sourceJoined")
                .processInstanceBusinessKey(key)
                .setVariablesToTriggeredScope(Map.of("sourceId", source))
                .correlate();
    }

    /** The campaign is over: what called the watches ends them. */
    void end() {
        complete(key, "userTask_run", Map.of());
    }

    ProcessInstance watchOf(String source) {
        return instance("source-watch", source);
    }

    ProcessInstance instance(String process, String source) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey(process)
                .variableValueEquals("sourceId", source)
                .singleResult();
    }

    Task task(String taskKey, ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getProcessInstanceId())
                .taskDefinitionKey(taskKey)
                .singleResult();
    }

    Instant nextLook(String source) {
        return heartbeat(source).getDuedate().toInstant();
    }

    /** The heartbeat of a source runs out, whether it was heard or not. */
    void lookAt(String source) {
        Job timer = heartbeat(source);
        moveTo(timer.getDuedate().toInstant());
        engine.getManagementService().executeJob(timer.getId());
    }

    private Job heartbeat(String source) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(watchOf(source).getId())
                .activityId("event_heartbeatOver")
                .singleResult();
    }

    /** Lets a source fall silent. */
    void silence(String source) {
        lookAt(source);
        assertThat(state(source).isSuspended()).isTrue();
    }

    /** A good reading comes, and what it sets off is told. */
    void hear(String source) {
        hear(source, "sessions", "10");
    }

    void hear(String source, String metric, String value) {
        assertThat(deliver(source, metric, value).path("verdict").asText()).isEqualTo("APPLIED");
        settle(key);
    }

    /** A reading comes that cannot be right, and what it sets off is told. */
    void mishear(String source) {
        assertThat(deliver(source, "open-rate", "7").path("verdict").asText()).isEqualTo("REJECTED");
        settle(key);
    }

    Task check(String source) {
        return task(CHECK, instance("source-check", source));
    }

    /** Whoever checks a source finds that it cannot be trusted. */
    void distrust(String source) {
        answer(check(source), "analytics", Map.of("checkAnswer", "SUSPENDED", "checkComment", "The tag is broken."));
    }

    JsonNode deliver(String source, String metric, String value) {
        tick();
        return deliver(source, metric, value, now());
    }

    JsonNode deliver(String source, String metric, String value, Instant observedAt) {
        String reading =
                "{\"id\": \"r-%d\", \"source\": \"%s\", \"metric\": \"%s\", \"value\": %s, \"observedAt\": \"%s\"}"
                        .formatted(READINGS.incrementAndGet(), source, metric, value, observedAt);
        return json(post("analytics", "/api/campaigns/" + key + "/readings", reading), 202);
    }

    WatchedSource state(String source) {
        return suspensionService.state(key, source).orElseThrow();
    }

    void answer(Task task, String user, Map<String, String> answer) {
        tick();
        as(user, () -> engine.getTaskService().complete(task.getId(), new HashMap<>(answer)));
        settle(key);
    }

    List<JsonNode> stalls() {
        return StreamSupport.stream(json(get("sales", "/api/stalls"), 200).spliterator(), false)
                .filter(stall -> key.equals(stall.path("campaign").asText()))
                .toList();
    }

    private static final String CALLER =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_source_caller" targetNamespace="https://convergence.dev/bpmn">
              <bpmn:process id="source-caller" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="event_started" />
                <bpmn:sequenceFlow id="flow_begin" sourceRef="event_started" targetRef="userTask_run" />
                <bpmn:userTask id="userTask_run" camunda:candidateGroups="marketing" />
                <bpmn:sequenceFlow id="flow_done" sourceRef="userTask_run" targetRef="event_done" />
                <bpmn:endEvent id="event_done">
                  <bpmn:terminateEventDefinition id="terminate_done" />
                </bpmn:endEvent>
                <bpmn:subProcess id="subProcess_watch" triggeredByEvent="true">
                  <bpmn:startEvent id="event_sourceJoined" isInterrupting="false">
                    <bpmn:messageEventDefinition id="message_catchSourceJoined" messageRef="message_sourceJoined" />
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="flow_toWatch" sourceRef="event_sourceJoined" targetRef="callActivity_watch" />
                  <bpmn:callActivity id="callActivity_watch" calledElement="source-watch">
                    <bpmn:extensionElements>
                      <camunda:in businessKey="#{execution.processBusinessKey}" />
                      <camunda:in sourceExpression="${sourceId}" target="sourceId" />
                    </bpmn:extensionElements>
                  </bpmn:callActivity>
                  <bpmn:boundaryEvent id="event_sourceSilent" cancelActivity="false" attachedToRef="callActivity_watch">
                    <bpmn:escalationEventDefinition id="escalation_catchSourceSilent" escalationRef="escalation_sourceSilent" />
                  </bpmn:boundaryEvent>
                  <bpmn:sequenceFlow id="flow_silent" sourceRef="event_sourceSilent" targetRef="userTask_seeToSilence" />
                  <bpmn:userTask id="userTask_seeToSilence" camunda:candidateGroups="campaign-managers" />
                </bpmn:subProcess>
                <bpmn:subProcess id="subProcess_doubt" triggeredByEvent="true">
                  <bpmn:startEvent id="event_dataDoubted" isInterrupting="false">
                    <bpmn:messageEventDefinition id="message_catchDataDoubted" messageRef="message_dataDoubted" />
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="flow_toCheck" sourceRef="event_dataDoubted" targetRef="callActivity_check" />
                  <bpmn:callActivity id="callActivity_check" calledElement="source-check">
                    <bpmn:extensionElements>
                      <camunda:in businessKey="#{execution.processBusinessKey}" />
                      <camunda:in sourceExpression="${sourceId}" target="sourceId" />
                    </bpmn:extensionElements>
                  </bpmn:callActivity>
                </bpmn:subProcess>
              </bpmn:process>
              <bpmn:message id="message_sourceJoined" name="sourceJoined" />
              <bpmn:message id="message_dataDoubted" name="dataDoubted" />
              <bpmn:escalation id="escalation_sourceSilent" escalationCode="sourceSilent" />
            </bpmn:definitions>""";
}
