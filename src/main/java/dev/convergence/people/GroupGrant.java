package dev.convergence.people;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * Something that a group may do. The engine keeps one row for each group, kind of resource and id.
 *
 * @param id the id of one resource, or {@code *} for all of the kind
 */
record GroupGrant(String group, Resource resource, String id, List<Permission> permissions) {

    static GroupGrant to(String group, Resource resource, String id, Permission... permissions) {
        return new GroupGrant(group, resource, id, List.of(permissions));
    }
}
