package dev.convergence.people;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.springframework.stereotype.Component;

/** Writes grants; never a revocation, which would make every check of an authorization dearer. */
@Component
class GrantWriter {

    private final AuthorizationService authorizations;

    GrantWriter(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void ensure(List<GroupGrant> grants) {
        grants.forEach(this::ensure);
    }

    private void ensure(GroupGrant groupGrant) {
        Authorization present = find(groupGrant);
        Authorization row = present == null ? rowFor(groupGrant) : present;
        if (present != null && groupGrant.permissions().stream().allMatch(row::isPermissionGranted)) {
            return;
        }
        groupGrant.permissions().forEach(row::addPermission);
        authorizations.saveAuthorization(row);
    }

    private Authorization find(GroupGrant groupGrant) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(groupGrant.group())
                .resourceType(groupGrant.resource())
                .resourceId(groupGrant.id())
                .singleResult();
    }

    private Authorization rowFor(GroupGrant groupGrant) {
        Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId(groupGrant.group());
        row.setResource(groupGrant.resource());
        row.setResourceId(groupGrant.id());
        return row;
    }
}
