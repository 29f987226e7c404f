package dev.convergence.people;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Creates users and puts them into groups, where that has not been done yet. */
@Component
class MemberWriter {

    private final IdentityService identity;

    MemberWriter(IdentityService identity) {
        this.identity = identity;
    }

    boolean anyIn(String group) {
        return identity.createUserQuery().memberOfGroup(group).count() > 0;
    }

    /** @param name shown to others; first and last name */
    void ensure(String id, String name, String password, String group) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            identity.saveUser(user(id, name, password));
        }
        if (identity.createUserQuery().userId(id).memberOfGroup(group).count() == 0) {
            identity.createMembership(id, group);
        }
    }

    private User user(String id, String name, String password) {
        String[] names = name.split(" ", 2);
        User user = identity.newUser(id);
        user.setFirstName(names[0]);
        user.setLastName(names.length > 1 ? names[1] : "");
        user.setPassword(password);
        return user;
    }
}
