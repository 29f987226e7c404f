package dev.convergence.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One user for each role, whose password is the user's name. */
@Component
@ConditionalOnDemo
@Order(5)
class DemoUserStep implements SetupStep {

    private final MemberWriter memberWriter;

    DemoUserStep(MemberWriter memberWriter) {
        this.memberWriter = memberWriter;
    }

    /** The group of each user, by the user's name. */
    static Map<String, String> groupsByUser() {
        Map<String, String> users = new LinkedHashMap<>();
        GroupCatalog.TEAMS.forEach(team -> users.put(team, team));
        users.put("campaign-manager", GroupCatalog.CAMPAIGN_MANAGERS);
        users.put("sponsor", GroupCatalog.SPONSORS);
        users.put("manager", GroupCatalog.MANAGERS);
        users.put("process-owner", GroupCatalog.PROCESS_OWNERS);
        users.put("operator", GroupCatalog.OPERATORS);
        users.put("admin", GroupCatalog.ADMINISTRATORS);
        return users;
    }

    @Override
    public void run() {
        groupsByUser().forEach((user, group) -> memberWriter.ensure(user, "Demo " + user, user, group));
    }
}
