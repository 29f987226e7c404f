package dev.convergence.people;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the configured administrator while there is none; a later change of the settings changes nobody. */
@Component
@Order(4)
class FirstAdministrator implements SetupStep {

    private final Members members;
    private final AdminProperties admin;

    FirstAdministrator(Members members, AdminProperties admin) {
        this.members = members;
        this.admin = admin;
    }

    @Override
    public void run() {
        if (admin.given() && !members.anyIn(Groups.ADMINISTRATORS)) {
            members.ensure(admin.user(), "First Administrator", admin.password(), Groups.ADMINISTRATORS);
        }
    }
}
