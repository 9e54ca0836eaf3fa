package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.Profiles;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.FargateProfile;
import software.amazon.awssdk.services.eks.model.FargateProfileSelector;

record EksProfiles(Supplier<EksClient> eks) implements Profiles {
    /** So that equal profiles are equal requests. */
    private static final Comparator<Selector> ORDER = Comparator.comparing(Selector::namespace)
            .thenComparing(selector -> new TreeMap<>(selector.labels()).toString());

    @Override
    public Optional<Cluster> cluster(String name) {
        return found("eks:DescribeCluster", () -> eks.get().describeCluster(request -> request.name(name)))
                .map(reply -> reply.cluster())
                .map(cluster -> new Cluster(
                        cluster.name(),
                        text(cluster.statusAsString()),
                        cluster.resourcesVpcConfig() == null
                                ? ""
                                : text(cluster.resourcesVpcConfig().vpcId()),
                        text(cluster.endpoint()),
                        cluster.certificateAuthority() == null
                                ? ""
                                : text(cluster.certificateAuthority().data())));
    }

    @Override
    public List<String> names(String cluster) {
        return found("eks:ListFargateProfiles", () -> eks
                        .get()
                        .listFargateProfilesPaginator(request -> request.clusterName(cluster))
                        .fargateProfileNames()
                        .stream()
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Profile> describe(String cluster, String name) {
        return found("eks:DescribeFargateProfile", () -> eks.get()
                        .describeFargateProfile(
                                request -> request.clusterName(cluster).fargateProfileName(name)))
                .map(reply -> profile(reply.fargateProfile()));
    }

    @Override
    public Profile create(Request request) {
        return profile(call("eks:CreateFargateProfile", () -> eks.get().createFargateProfile(asked -> asked.clusterName(
                                request.cluster())
                        .fargateProfileName(request.name())
                        .podExecutionRoleArn(request.content().podExecutionRole())
                        .subnets(request.content().subnets().stream().sorted().toList())
                        .selectors(request.content().selectors().stream()
                                .sorted(ORDER)
                                .map(EksProfiles::selector)
                                .toList())
                        .tags(new TreeMap<>(request.tags()))
                        .clientRequestToken(request.token())))
                .fargateProfile());
    }

    @Override
    public Profile delete(String cluster, String name) {
        return profile(call("eks:DeleteFargateProfile", () -> eks.get()
                        .deleteFargateProfile(
                                request -> request.clusterName(cluster).fargateProfileName(name)))
                .fargateProfile());
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        call("eks:TagResource", () -> eks.get()
                .tagResource(request -> request.resourceArn(arn).tags(tags)));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        call("eks:UntagResource", () -> eks.get()
                .untagResource(request -> request.resourceArn(arn).tagKeys(keys)));
    }

    private static FargateProfileSelector selector(Selector selector) {
        FargateProfileSelector.Builder builder =
                FargateProfileSelector.builder().namespace(selector.namespace());
        return selector.labels().isEmpty()
                ? builder.build()
                : builder.labels(new TreeMap<>(selector.labels())).build();
    }

    private static Profile profile(FargateProfile profile) {
        return new Profile(
                profile.fargateProfileName(),
                profile.fargateProfileArn(),
                text(profile.statusAsString()),
                profile.createdAt() == null ? Instant.EPOCH : profile.createdAt(),
                new Content(
                        text(profile.podExecutionRoleArn()),
                        new HashSet<>(profile.subnets()),
                        profile.selectors().stream()
                                .map(selector -> new Selector(text(selector.namespace()), selector.labels()))
                                .collect(Collectors.toSet())),
                profile.tags(),
                profile.health() == null
                        ? List.of()
                        : profile.health().issues().stream()
                                .map(issue -> new Issue(
                                        text(issue.codeAsString()), text(issue.message()), issue.resourceIds()))
                                .toList());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
