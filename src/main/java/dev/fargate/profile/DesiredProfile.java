package dev.fargate.profile;

import dev.fargate.api.AdoptionPolicy;
import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateProfileSpec;
import dev.fargate.api.FargateProfileSpec.ReplacePolicy;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Owner;
import dev.fargate.aws.PodExecutionRole;
import dev.fargate.aws.Profiles.Content;
import dev.fargate.aws.Profiles.Selector;
import dev.fargate.aws.RoleBounds;
import dev.fargate.turn.Tolerance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A profile as it should be, but for the subnets, which tags may choose.
 *
 * @param name of the first profile; one that replaces it has a suffix
 * @param tags the declared ones and the owner's
 * @param adopts whether a profile that nobody owns is taken over
 * @param tolerance which tags of a profile that is there stay
 * @param roles where the operator may make a role for pods; empty: nowhere
 */
record DesiredProfile(
        Owner owner,
        AwsScope scope,
        String cluster,
        String name,
        FargateProfileSpec spec,
        Map<String, String> tags,
        boolean adopts,
        Tolerance tolerance,
        Optional<RoleBounds> roles) {
    private static final String MANAGED = "Managed";
    private static final int SUFFIX = 8;

    static DesiredProfile of(FargateProfile resource, String clusterId, Optional<RoleBounds> roles) {
        FargateProfileSpec spec = resource.getSpec();
        String name = resource.getMetadata().getName();
        Owner owner = new Owner(
                clusterId, resource.getKind(), "", name, resource.getMetadata().getUid());
        Map<String, String> tags = new HashMap<>(spec.tags());
        tags.putAll(owner.tags());
        return new DesiredProfile(
                owner,
                new AwsScope(
                        name,
                        spec.region(),
                        Optional.ofNullable(spec.assumeRole()).map(AssumeRole::roleArn),
                        session(Optional.ofNullable(spec.assumeRole()))),
                spec.clusterName(),
                Optional.ofNullable(spec.fargateProfileName()).orElse(name),
                spec,
                Map.copyOf(tags),
                spec.adoptionPolicy() == AdoptionPolicy.IfExists,
                Tolerance.of(spec.driftPolicy(), spec.ignoreFields()),
                roles);
    }

    private static AwsScope.Session session(Optional<AssumeRole> role) {
        return role.map(assumed -> new AwsScope.Session(
                        Optional.ofNullable(assumed.externalId()), Boolean.TRUE.equals(assumed.sessionTags())))
                .orElse(AwsScope.Session.PLAIN);
    }

    /** The same, reached with the role that was recorded when it was made. */
    DesiredProfile recordedAt(Optional<String> roleArn) {
        return new DesiredProfile(
                owner,
                new AwsScope(scope.environment(), scope.region(), roleArn, scope.session()),
                cluster,
                name,
                spec,
                tags,
                adopts,
                tolerance,
                roles);
    }

    /** The same, with more of a profile that stays. */
    DesiredProfile tolerating(Tolerance other) {
        return new DesiredProfile(owner, scope, cluster, name, spec, tags, adopts, other, roles);
    }

    /** Names all that somebody else could change of a profile: what differs from it after it was put is drift. */
    String settingsHash() {
        return Digest.token(new TreeMap<>(tags).toString());
    }

    Content content(Surroundings around) {
        return new Content(
                managesRole() ? managedRoleArn(around.caller()) : spec.podExecutionRole(),
                Set.copyOf(around.subnetIds()),
                selectors());
    }

    Set<Selector> selectors() {
        return spec.selectors().stream()
                .map(selector -> new Selector(selector.namespace(), selector.labels()))
                .collect(Collectors.toSet());
    }

    /** Whether the operator makes the role of the pods. */
    boolean managesRole() {
        return MANAGED.equals(spec.podExecutionRole());
    }

    String managedRoleArn(Caller account) {
        return roles.orElseThrow().roleArn(account, roleName());
    }

    String roleName() {
        return RoleBounds.name(owner);
    }

    PodExecutionRole rights(Caller account) {
        return new PodExecutionRole(account, scope.region(), cluster);
    }

    /** The name beside the first one: profiles of other content have other names. */
    String otherName(Content content) {
        String text = content.podExecutionRole() + " " + new TreeSet<>(content.subnets()) + " "
                + content.selectors().stream()
                        .map(selector -> selector.namespace() + new TreeMap<>(selector.labels()))
                        .sorted()
                        .toList();
        return name + "-" + Digest.hex(text).substring(0, SUFFIX);
    }

    ReplacePolicy replacePolicy() {
        return Optional.ofNullable(spec.replacePolicy()).orElse(ReplacePolicy.CreateFirst);
    }

    List<String> declaredTagKeys() {
        return Owner.declaredKeys(tags);
    }

    /** How a person names it. */
    String described() {
        return "profile %s in cluster %s".formatted(name, cluster);
    }
}
