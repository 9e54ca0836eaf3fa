package dev.fargate.profile;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.InternetRoutes;
import dev.fargate.aws.PodExecutionRole;
import dev.fargate.aws.Profiles;
import dev.fargate.aws.Subnets;
import dev.fargate.plans.MemoryRoles;
import dev.fargate.plans.Ports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An account for one turn of one profile: every write is noted and answered at once, or refused. */
final class MemoryEks implements Profiles, Subnets, InternetRoutes {
    private final Holdings holdings;
    private final Instant now;
    private final List<String> calls = new ArrayList<>();
    private final MemoryRoles roles = new MemoryRoles(calls);

    private MemoryEks(Holdings holdings, Instant now) {
        this.holdings = holdings;
        this.now = now;
        if (holdings.roles() != null) {
            String trust = new PodExecutionRole(
                            new Identity.Caller(holdings.accountId(), "aws"),
                            "eu-west-1",
                            holdings.cluster().name())
                    .trust();
            holdings.roles()
                    .forEach((name, role) -> roles.hold(
                            name, Optional.ofNullable(role.trust()).orElse(trust), role.tags(), role.attached()));
        }
    }

    /**
     * The account as a file tells it.
     *
     * @param subnetTags by id
     * @param exposed subnets with a route to an internet gateway
     * @param refusal of what is created or deleted; null: none
     */
    record Holdings(
            String accountId,
            Cluster cluster,
            List<Subnet> subnets,
            Map<String, Map<String, String>> subnetTags,
            Set<String> exposed,
            List<Profile> profiles,
            Map<String, Role> roles,
            Refusal refusal) {
        MemoryEks account(Instant now) {
            return new MemoryEks(this, now);
        }
    }

    /**
     * A role in IAM.
     *
     * @param trust who may assume it; null: Fargate for profiles of the cluster
     * @param attached ARNs of its policies
     */
    record Role(String trust, Map<String, String> tags, Set<String> attached) {}

    /** What EKS says instead of doing it. */
    record Refusal(ErrorClass errorClass, String code, String message) {}

    Aws aws() {
        return Ports.of((Identity) () -> new Identity.Caller(holdings.accountId(), "aws"), roles, this);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return Optional.ofNullable(holdings.cluster())
                .filter(cluster -> cluster.name().equals(name));
    }

    @Override
    public List<String> names(String cluster) {
        return profiles().stream().map(Profile::name).toList();
    }

    @Override
    public Optional<Profile> describe(String cluster, String name) {
        return profiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    @Override
    public Profile create(Request request) {
        calls.add("eks:CreateFargateProfile %s %s role %s subnets %s"
                .formatted(
                        request.name(),
                        request.content().selectors().stream()
                                .map(ProfileDifferences::text)
                                .sorted()
                                .toList(),
                        request.content().podExecutionRole(),
                        new TreeSet<>(request.content().subnets())));
        refuse("eks:CreateFargateProfile");
        return new Profile(
                request.name(),
                "arn:aws:eks:eu-west-1:123456789012:fargateprofile/%s/%s/new"
                        .formatted(request.cluster(), request.name()),
                "CREATING",
                now,
                request.content(),
                request.tags(),
                List.of());
    }

    @Override
    public Profile delete(String cluster, String name) {
        calls.add("eks:DeleteFargateProfile " + name);
        refuse("eks:DeleteFargateProfile");
        Profile profile = describe(cluster, name).orElseThrow();
        return new Profile(
                name,
                profile.arn(),
                "DELETING",
                profile.createdAt(),
                profile.content(),
                profile.tags(),
                profile.issues());
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        calls.add("eks:TagResource %s %s".formatted(arn, new TreeMap<>(tags)));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        calls.add("eks:UntagResource %s %s".formatted(arn, new TreeSet<>(keys)));
    }

    @Override
    public List<Subnet> subnets(List<String> ids) {
        List<Subnet> found = holdings.subnets().stream()
                .filter(subnet -> ids.contains(subnet.id()))
                .toList();
        if (found.size() < ids.size()) {
            throw new AwsException(
                    ErrorClass.MISSING,
                    "ec2:DescribeSubnets",
                    "InvalidSubnetID.NotFound",
                    "The subnet IDs '%s' do not exist".formatted(String.join(", ", ids)),
                    null);
        }
        return found;
    }

    @Override
    public List<Subnet> subnets(Selection selection) {
        return holdings.subnets().stream()
                .filter(subnet -> holdings.subnetTags()
                        .getOrDefault(subnet.id(), Map.of())
                        .entrySet()
                        .containsAll(selection.tags().entrySet()))
                .toList();
    }

    @Override
    public List<SecurityGroup> securityGroups(List<String> ids) {
        throw new UnsupportedOperationException("profiles have no security groups");
    }

    @Override
    public List<SecurityGroup> securityGroups(Selection selection) {
        throw new UnsupportedOperationException("profiles have no security groups");
    }

    @Override
    public Set<String> publicOf(String vpcId, List<String> subnets) {
        Set<String> found = new TreeSet<>(subnets);
        found.retainAll(holdings.exposed() == null ? Set.of() : holdings.exposed());
        return found;
    }

    private List<Profile> profiles() {
        return holdings.profiles() == null ? List.of() : holdings.profiles();
    }

    private void refuse(String operation) {
        if (holdings.refusal() != null) {
            throw new AwsException(
                    holdings.refusal().errorClass(),
                    operation,
                    holdings.refusal().code(),
                    holdings.refusal().message(),
                    null);
        }
    }
}
