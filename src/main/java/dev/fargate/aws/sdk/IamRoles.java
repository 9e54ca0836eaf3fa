package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.Roles;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Tag;

record IamRoles(Supplier<IamClient> iam) implements Roles {

    @Override
    public Optional<Role> describe(String name) {
        return found("iam:GetRole", () -> iam.get().getRole(request -> request.roleName(name)))
                .map(reply -> new Role(
                        reply.role().arn(),
                        decoded(reply.role().assumeRolePolicyDocument()),
                        reply.role().tags().stream().collect(Collectors.toMap(Tag::key, Tag::value))));
    }

    @Override
    public Optional<String> policy(String role, String policy) {
        return found("iam:GetRolePolicy", () -> iam.get()
                        .getRolePolicy(request -> request.roleName(role).policyName(policy)))
                .map(reply -> decoded(reply.policyDocument()));
    }

    /** Percent-encoded as RFC 3986 has it (IAM API reference, GetRole and GetRolePolicy), where a plus is a plus. */
    private static String decoded(String policy) {
        return policy == null ? "" : URLDecoder.decode(policy.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String create(NewRole role) {
        return call("iam:CreateRole", () -> iam.get().createRole(request -> request.roleName(role.name())
                        .path(role.path())
                        .description(role.description())
                        .assumeRolePolicyDocument(role.trust())
                        .permissionsBoundary(role.permissionsBoundary().orElse(null))
                        .tags(list(role.tags()))))
                .role()
                .arn();
    }

    @Override
    public void trust(String role, String document) {
        call("iam:UpdateAssumeRolePolicy", () -> iam.get()
                .updateAssumeRolePolicy(request -> request.roleName(role).policyDocument(document)));
    }

    @Override
    public void put(String role, String policy, String document) {
        call("iam:PutRolePolicy", () -> iam.get()
                .putRolePolicy(
                        request -> request.roleName(role).policyName(policy).policyDocument(document)));
    }

    @Override
    public void deletePolicy(String role, String policy) {
        call("iam:DeleteRolePolicy", () -> iam.get()
                .deleteRolePolicy(request -> request.roleName(role).policyName(policy)));
    }

    @Override
    public Set<String> attached(String role) {
        return found(
                        "iam:ListAttachedRolePolicies", () -> iam
                                .get()
                                .listAttachedRolePoliciesPaginator(request -> request.roleName(role))
                                .attachedPolicies()
                                .stream()
                                .map(AttachedPolicy::policyArn)
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    @Override
    public void attach(String role, String policyArn) {
        call("iam:AttachRolePolicy", () -> iam.get()
                .attachRolePolicy(request -> request.roleName(role).policyArn(policyArn)));
    }

    @Override
    public void detach(String role, String policyArn) {
        call("iam:DetachRolePolicy", () -> iam.get()
                .detachRolePolicy(request -> request.roleName(role).policyArn(policyArn)));
    }

    @Override
    public void delete(String name) {
        call("iam:DeleteRole", () -> iam.get().deleteRole(request -> request.roleName(name)));
    }

    @Override
    public void tag(String name, Map<String, String> tags) {
        call("iam:TagRole", () -> iam.get()
                .tagRole(request -> request.roleName(name).tags(list(tags))));
    }

    @Override
    public void untag(String name, Set<String> keys) {
        call("iam:UntagRole", () -> iam.get()
                .untagRole(request -> request.roleName(name).tagKeys(keys)));
    }

    private static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
