package dev.convergence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.*;
import org.camunda.bpm.engine.runtime.*;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
class StageGateSmokeTest {
    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Test
    void stallsAndIsDecided() {
        ProcessInstance gate =
                runtime.startProcessInstanceByKey("stage-gate", "smoke", Map.of("gateId", "product-ready"));
        Task task = tasks.createTaskQuery().processInstanceId(gate.getId()).singleResult();
        System.out.println(task.getName() + " due " + task.getDueDate() + " " + tasks.getVariablesLocal(task.getId())
                + tasks.getIdentityLinksForTask(task.getId()));
        for (int i = 0; i < 4; i++) {
            Job job = management.createJobQuery().timers().singleResult();
            System.out.println(job.getDuedate());
            management.executeJob(job.getId());
            System.out.println(tasks.getVariablesLocal(task.getId()));
        }
        System.out.println(runtime.createIncidentQuery().list());
        tasks.complete(task.getId(), Map.of("gateOutcome", "APPROVED"));
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        System.out.println(history.createHistoricIncidentQuery().resolved().count());
    }
}
