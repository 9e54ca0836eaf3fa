package dev.fargate.plans;

import dev.fargate.aws.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An IAM that knows roles with one policy in each, and policies that are attached to them. */
public final class MemoryRoles implements Roles {
    private final Map<String, Map<String, String>> roles = new TreeMap<>();
    private final Map<String, String> arns = new HashMap<>();
    private final Map<String, String> trusts = new HashMap<>();
    private final Map<String, String> policies = new HashMap<>();
    private final Map<String, Set<String>> attached = new HashMap<>();
    private final List<String> calls;

    /** Notes the calls that change something. */
    public MemoryRoles(List<String> calls) {
        this.calls = calls;
    }

    /**
     * A role that is there already.
     *
     * @param trust who may assume it
     */
    public void hold(String name, String trust, Map<String, String> tags, Set<String> policyArns) {
        trusts.put(name, trust);
        roles.put(name, tags);
        arns.put(name, arn("/fargate/pods/", name));
        attached.put(name, new TreeSet<>(policyArns));
    }

    public Set<String> listing() {
        return roles.keySet();
    }

    @Override
    public Optional<Role> describe(String name) {
        return Optional.ofNullable(roles.get(name)).map(tags -> new Role(arns.get(name), trusts.get(name), tags));
    }

    private static String arn(String path, String name) {
        return "arn:aws:iam::123456789012:role" + path + name;
    }

    @Override
    public Optional<String> policy(String role, String policy) {
        return Optional.ofNullable(policies.get(role));
    }

    @Override
    public String create(NewRole role) {
        calls.add("CreateRole " + role.path() + role.name());
        roles.put(role.name(), role.tags());
        trusts.put(role.name(), role.trust());
        arns.put(role.name(), arn(role.path(), role.name()));
        return arns.get(role.name());
    }

    @Override
    public void trust(String role, String document) {
        calls.add("UpdateAssumeRolePolicy %s %s".formatted(role, document.replaceAll("\\s+", " ")));
        trusts.put(role, document);
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
    public Set<String> attached(String role) {
        return attached.getOrDefault(role, Set.of());
    }

    @Override
    public void attach(String role, String policyArn) {
        calls.add("AttachRolePolicy %s %s".formatted(role, policyArn));
        attached.computeIfAbsent(role, key -> new TreeSet<>()).add(policyArn);
    }

    @Override
    public void detach(String role, String policyArn) {
        calls.add("DetachRolePolicy %s %s".formatted(role, policyArn));
        attached.getOrDefault(role, new TreeSet<>()).remove(policyArn);
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
