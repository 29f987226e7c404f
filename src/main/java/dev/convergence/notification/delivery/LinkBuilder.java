package dev.convergence.notification.delivery;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Addresses that open what a message is about. */
@Component
public class LinkBuilder {

    private static final String TASK = "/camunda/app/tasklist/default/#/?task=";
    private static final String INSTANCE = "/camunda/app/cockpit/default/#/process-instance/";

    private final PublicAddressProperties settings;
    private final RuntimeService runtime;

    LinkBuilder(PublicAddressProperties settings, RuntimeService runtime) {
        this.settings = settings;
        this.runtime = runtime;
    }

    /** Opens the task where there is one, else the campaign; null once that is over, which Cockpit does not show. */
    public String to(String taskId, String campaign) {
        return taskId == null ? toCampaign(campaign) : settings.base() + TASK + taskId;
    }

    public String toCampaign(String key) {
        return instanceOf(key).map(id -> settings.base() + INSTANCE + id).orElse(null);
    }

    /** Opens a task; empty where nobody said how the application is reached. */
    public Optional<String> task(String taskId) {
        return address(TASK + taskId);
    }

    /** Opens a process instance; empty where nobody said how the application is reached. */
    public Optional<String> instance(String processInstanceId) {
        return address(INSTANCE + processInstanceId);
    }

    /** The whole address of a path; empty where nobody said how the application is reached. */
    public Optional<String> address(String path) {
        return settings.isUsable() ? Optional.of(settings.base() + path) : Optional.empty();
    }

    /** What stands behind an at sign in the ids of our mails. */
    String host() {
        return settings.host();
    }

    private Optional<String> instanceOf(String campaign) {
        return campaign == null
                ? Optional.empty()
                : runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(campaign)
                        .rootProcessInstances()
                        .listPage(0, 1)
                        .stream()
                        .findFirst()
                        .map(instance -> instance.getId());
    }
}
