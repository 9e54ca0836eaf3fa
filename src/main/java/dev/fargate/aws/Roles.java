package dev.fargate.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** IAM roles and the policies in them. A role is of the account, in no region. */
public interface Roles {

    /** GetRole; empty when there is no role of that name. */
    Optional<Role> describe(String name);

    /** GetRolePolicy, decoded; empty when the role or the policy is missing. */
    Optional<String> policy(String role, String policy);

    /** CreateRole; refused as a conflict when the name is taken, under whatever path. */
    String create(NewRole role);

    /** UpdateAssumeRolePolicy: overwrites who may assume it. */
    void trust(String role, String document);

    /** PutRolePolicy: makes the policy or overwrites it. */
    void put(String role, String policy, String document);

    void deletePolicy(String role, String policy);

    /** ListAttachedRolePolicies: the ARNs of policies that have a life of their own; none when there is no role of that name. */
    Set<String> attached(String role);

    /** AttachRolePolicy: nothing changes where it is attached already. */
    void attach(String role, String policyArn);

    /** DetachRolePolicy. */
    void detach(String role, String policyArn);

    /** DeleteRole: refused while policies are in it or attached to it. */
    void delete(String name);

    /** TagRole: other tags stay. */
    void tag(String name, Map<String, String> tags);

    /** UntagRole. */
    void untag(String name, Set<String> keys);

    /**
     * A role that is there.
     *
     * @param trust the policy that says who may assume it
     */
    record Role(String arn, String trust, Map<String, String> tags) {}

    /**
     * A role that is to be.
     *
     * @param name at most 64 characters, unique in the account
     * @param path begins and ends with a slash
     * @param trust the policy that says who may assume it
     * @param permissionsBoundary ARN of the policy that bounds what it may do
     */
    record NewRole(
            String name,
            String path,
            String description,
            String trust,
            Optional<String> permissionsBoundary,
            Map<String, String> tags) {}
}
