package dev.convergence.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(1)
class GroupStep implements SetupStep {

    private static final String TEAM = "TEAM";
    private static final String SYSTEM = "SYSTEM";

    private static final Set<String> SYSTEM_GROUPS = Set.of(GroupCatalog.ADMINISTRATORS, GroupCatalog.SUBSTITUTES);

    private static final Map<String, String> NAMES = names();

    private final IdentityService identity;

    GroupStep(IdentityService identity) {
        this.identity = identity;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        GroupCatalog.TEAMS.forEach(team -> names.put(team, Character.toUpperCase(team.charAt(0)) + team.substring(1)));
        names.put(GroupCatalog.CAMPAIGN_MANAGERS, "Campaign managers");
        names.put(GroupCatalog.SPONSORS, "Sponsors");
        names.put(GroupCatalog.MANAGERS, "Managers");
        names.put(GroupCatalog.PROCESS_OWNERS, "Process owners");
        names.put(GroupCatalog.OPERATORS, "Operators");
        names.put(GroupCatalog.SUBSTITUTES, "Substitutes at this moment");
        names.put(GroupCatalog.ADMINISTRATORS, "Administrators");
        return names;
    }

    @Override
    public void run() {
        NAMES.forEach(this::ensure);
    }

    private void ensure(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType(SYSTEM_GROUPS.contains(id) ? SYSTEM : TEAM);
        identity.saveGroup(group);
    }
}
