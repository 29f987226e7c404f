package dev.convergence.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One user for each role, whose password is the user's name. */
@Component
@ConditionalOnDemo
@Order(5)
class DemoUsers implements SetupStep {

    private final Members members;

    DemoUsers(Members members) {
        this.members = members;
    }

    /** The group of each user, by the user's name. */
    static Map<String, String> groupsByUser() {
        Map<String, String> users = new LinkedHashMap<>();
        Groups.TEAMS.forEach(team -> users.put(team, team));
        users.put("campaign-manager", Groups.CAMPAIGN_MANAGERS);
        users.put("sponsor", Groups.SPONSORS);
        users.put("manager", Groups.MANAGERS);
        users.put("process-owner", Groups.PROCESS_OWNERS);
        users.put("operator", Groups.OPERATORS);
        users.put("admin", Groups.ADMINISTRATORS);
        return users;
    }

    @Override
    public void run() {
        groupsByUser().forEach((user, group) -> members.ensure(user, "Demo " + user, user, group));
    }
}
