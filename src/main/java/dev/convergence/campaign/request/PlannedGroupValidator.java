package dev.convergence.campaign.request;

import dev.convergence.engine.variable.RefusalException;
import dev.convergence.people.GroupCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The groups that a plan names: those that come with the application, and those that somebody has created. */
@Component
class PlannedGroupValidator {

    private final IdentityService identity;

    PlannedGroupValidator(IdentityService identity) {
        this.identity = identity;
    }

    /**
     * Asks the database only for groups that do not come with the application.
     *
     * @throws Refusal naming the entry whose group does not exist
     */
    void check(List<CampaignRequest.PlannedDate> plan) {
        Set<String> others = new HashSet<>();
        plan.stream().map(PlannedGroupValidator::group).forEach(others::add);
        others.removeAll(GroupCatalog.ALL);
        others.remove("");
        if (!others.isEmpty()) {
            identity.createGroupQuery().groupIdIn(others.toArray(String[]::new)).list().stream()
                    .map(Group::getId)
                    .forEach(others::remove);
        }
        for (int place = 0; place < plan.size(); place++) {
            String group = group(plan.get(place));
            if (others.contains(group)) {
                throw new RefusalException("plan[" + place + "].group", "does not exist: " + group);
            }
        }
    }

    private static String group(CampaignRequest.PlannedDate date) {
        return date.group() == null ? "" : date.group().strip();
    }
}
