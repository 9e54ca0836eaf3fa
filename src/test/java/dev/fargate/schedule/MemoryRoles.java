package dev.fargate.schedule;

import dev.fargate.aws.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An IAM that knows roles with one policy each. */
final class MemoryRoles implements Roles {
    private final Map<String, Map<String, String>> roles = new TreeMap<>();
    private final Map<String, String> policies = new HashMap<>();
    private final List<String> calls;

    /** Notes the calls that change something. */
    MemoryRoles(List<String> calls) {
        this.calls = calls;
    }

    Set<String> listing() {
        return roles.keySet();
    }

    @Override
    public Optional<Role> describe(String name) {
        return Optional.ofNullable(roles.get(name)).map(tags -> new Role(name, tags));
    }

    @Override
    public Optional<String> policy(String role, String policy) {
        return Optional.ofNullable(policies.get(role));
    }

    @Override
    public String create(NewRole role) {
        calls.add("CreateRole " + role.path() + role.name());
        roles.put(role.name(), role.tags());
        return role.name();
    }

    @Override
    public void put(String role, String policy, String document) {
        calls.add("PutRolePolicy " + policy);
        policies.put(role, document);
    }

    @Override
    public void deletePolicy(String role, String policy) {
        calls.add("DeleteRolePolicy " + policy);
        policies.remove(role);
    }

    @Override
    public void delete(String name) {
        calls.add("DeleteRole");
        roles.remove(name);
    }

    @Override
    public void tag(String name, Map<String, String> tags) {
        throw new IllegalStateException("a role is not tagged again");
    }

    @Override
    public void untag(String name, Set<String> keys) {
        throw new IllegalStateException("a role is not tagged again");
    }
}
