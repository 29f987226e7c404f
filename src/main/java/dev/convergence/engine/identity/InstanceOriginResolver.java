package dev.convergence.engine.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From what a process instance has grown. Answered from the engine's own record of the first instance of its tree, and from
 * the register of campaigns, which models cannot write; never from a variable or a business key. What the product started
 * stays so, and is remembered: a tree is asked about once per node.
 */
@Component
public class InstanceOriginResolver {

    private static final int MOST_TREES = 50_000;

    private final JdbcClient jdbc;
    private final IdentityService identity;
    private final HistoryService history;
    private final SystemAuthority system;
    private final Cache<String, String> campaigns =
            Caffeine.newBuilder().maximumSize(MOST_TREES).build();

    InstanceOriginResolver(JdbcClient jdbc, IdentityService identity, HistoryService history, SystemAuthority system) {
        this.jdbc = jdbc;
        this.history = history;
        this.identity = identity;
        this.system = system;
    }

    /**
     * What the product has started.
     *
     * @param campaign the key that it gave; null where it gave none
     */
    public record Origin(String campaign) {}

    /** Empty where the instance has grown from something that the product did not start. */
    public Optional<Origin> of(ExecutionEntity instance) {
        String root = instance.getRootProcessInstanceId();
        String known = campaigns.getIfPresent(root);
        if (known != null) {
            return Optional.of(new Origin(known));
        }
        Optional<Origin> found = find(root);
        found.map(Origin::campaign).ifPresent(campaign -> campaigns.put(root, campaign));
        return found;
    }

    private Optional<Origin> find(String root) {
        Optional<HistoricProcessInstanceEventEntity> begun = justBegun(root);
        return begun.filter(start -> start.getBusinessKey() != null)
                .filter(InstanceOriginResolver::isByProduct)
                .map(InstanceOriginResolver::origin)
                .or(() -> registered(root))
                .or(() -> begun.or(() -> recorded(root))
                        .filter(InstanceOriginResolver::isByProduct)
                        .map(InstanceOriginResolver::origin));
    }

    private static Origin origin(HistoricProcessInstanceEventEntity start) {
        return new Origin(start.getBusinessKey());
    }

    /** Whether this is the first instance of its tree, and the product itself started it. */
    public boolean isStartedByProduct(ExecutionEntity instance) {
        return isFirst(instance)
                && start(instance.getProcessInstanceId())
                        .filter(InstanceOriginResolver::isByProduct)
                        .isPresent();
    }

    /** Whether this is the first instance of its tree, and its plain start event began it. */
    public boolean isStartedPlainly(ExecutionEntity instance) {
        return isFirst(instance)
                && start(instance.getProcessInstanceId())
                        .filter(InstanceOriginResolver::isPlain)
                        .isPresent();
    }

    /** Who has started the instance by its form, with their groups; empty where time, a message or the product did. */
    public Optional<Caller> starter(DelegateExecution instance) {
        return start(instance.getProcessInstanceId())
                .filter(InstanceOriginResolver::isPlain)
                .map(HistoricProcessInstanceEventEntity::getStartUserId)
                .map(this::caller);
    }

    private Caller caller(String user) {
        return system.caller()
                .filter(caller -> caller.id().equals(user))
                .orElseGet(() -> new Caller(user, groups(user)));
    }

    private Set<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    /** Whether an instance that begins may carry a business key: that of a campaign is the campaign's own. */
    public boolean mayCarry(ExecutionEntity begun, String key) {
        return isOwn(begun, key) || !isRegistered(key);
    }

    /** What the product starts is remembered at once, before a model asks. */
    private boolean isOwn(ExecutionEntity begun, String key) {
        if (isFirst(begun) && isStartedByProduct(begun)) {
            campaigns.put(begun.getProcessInstanceId(), key);
            return true;
        }
        return !isFirst(begun)
                && of(begun).map(Origin::campaign).filter(key::equals).isPresent();
    }

    /**
     * Whether something else that the product did not start carries a business key already, or has: it would be taken for a
     * part of whatever campaign gets this key.
     */
    public boolean isCarriedByOthers(String key, DelegateExecution campaign) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .map(HistoricProcessInstance::getRootProcessInstanceId)
                .filter(root -> !root.equals(campaign.getProcessInstanceId()))
                .anyMatch(root ->
                        start(root).filter(InstanceOriginResolver::isByProduct).isEmpty());
    }

    static boolean isFirst(ExecutionEntity instance) {
        return instance.getProcessInstanceId().equals(instance.getRootProcessInstanceId());
    }

    private boolean isRegistered(String key) {
        return !jdbc.sql("select campaign_key from cc_campaign_key where campaign_key = ?")
                .param(key)
                .query(String.class)
                .list()
                .isEmpty();
    }

    private Optional<Origin> registered(String root) {
        return jdbc.sql("select campaign_key from cc_campaign_key where process_instance_id = ?")
                .param(root)
                .query(String.class)
                .optional()
                .map(Origin::new);
    }

    private static Optional<HistoricProcessInstanceEventEntity> start(String id) {
        return justBegun(id).or(() -> recorded(id));
    }

    /** What this transaction has begun, before it is written. */
    private static Optional<HistoricProcessInstanceEventEntity> justBegun(String id) {
        return Optional.ofNullable(Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(HistoricProcessInstanceEventEntity.class, id));
    }

    private static Optional<HistoricProcessInstanceEventEntity> recorded(String id) {
        return Optional.ofNullable(
                Context.getCommandContext().getHistoricProcessInstanceManager().findHistoricProcessInstance(id));
    }

    private static boolean isByProduct(HistoricProcessInstanceEventEntity start) {
        return start.getStartUserId() == null && isPlain(start);
    }

    /** Not by a timer or a message, nor by another instance, nor anew in the place of one that is over. */
    private static boolean isPlain(HistoricProcessInstanceEventEntity start) {
        return start.getSuperProcessInstanceId() == null
                && start.getSuperCaseInstanceId() == null
                && start.getRestartedProcessInstanceId() == null
                && ActivityTypes.START_EVENT.equals(typeOfStart(start));
    }

    private static Object typeOfStart(HistoricProcessInstanceEventEntity start) {
        ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(start.getProcessDefinitionId());
        ActivityImpl begun =
                start.getStartActivityId() == null ? null : definition.findActivity(start.getStartActivityId());
        return begun == null ? null : begun.getProperty(BpmnProperties.TYPE.getName());
    }
}
