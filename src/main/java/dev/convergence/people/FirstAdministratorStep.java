package dev.convergence.people;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the configured administrator while there is none; a later change of the settings changes nobody. */
@Component
@Order(4)
class FirstAdministratorStep implements SetupStep {

    private final MemberWriter memberWriter;
    private final AdminProperties admin;

    FirstAdministratorStep(MemberWriter memberWriter, AdminProperties admin) {
        this.memberWriter = memberWriter;
        this.admin = admin;
    }

    @Override
    public void run() {
        if (admin.given() && !memberWriter.anyIn(GroupCatalog.ADMINISTRATORS)) {
            memberWriter.ensure(admin.user(), "First Administrator", admin.password(), GroupCatalog.ADMINISTRATORS);
        }
    }
}
