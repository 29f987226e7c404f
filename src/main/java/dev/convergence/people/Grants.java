package dev.convergence.people;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.springframework.stereotype.Component;

/** Writes grants; never a revocation, which would make every check of an authorization dearer. */
@Component
class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void ensure(List<Grant> grants) {
        grants.forEach(this::ensure);
    }

    private void ensure(Grant grant) {
        Authorization present = find(grant);
        Authorization row = present == null ? rowFor(grant) : present;
        if (present != null && grant.permissions().stream().allMatch(row::isPermissionGranted)) {
            return;
        }
        grant.permissions().forEach(row::addPermission);
        authorizations.saveAuthorization(row);
    }

    private Authorization find(Grant grant) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(grant.group())
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
    }

    private Authorization rowFor(Grant grant) {
        Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId(grant.group());
        row.setResource(grant.resource());
        row.setResourceId(grant.id());
        return row;
    }
}
