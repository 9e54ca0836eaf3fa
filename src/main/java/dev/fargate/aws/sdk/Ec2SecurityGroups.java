package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.SecurityGroups;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

record Ec2SecurityGroups(Supplier<Ec2Client> ec2) implements SecurityGroups {
    /** EC2 tells no ports where all are meant. */
    private static final int ALL = -1;

    @Override
    public Optional<Group> named(String vpcId, String name) {
        return those(filter("vpc-id", vpcId), filter("group-name", name)).stream()
                .findFirst();
    }

    @Override
    public List<Group> everywhere(String name) {
        return those(filter("group-name", name));
    }

    private List<Group> those(Filter... filters) {
        return call("ec2:DescribeSecurityGroups", () -> ec2.get()
                        .describeSecurityGroups(request -> request.filters(filters)))
                .securityGroups()
                .stream()
                .map(Ec2SecurityGroups::group)
                .toList();
    }

    @Override
    public String create(String vpcId, String name, String description, Map<String, String> tags) {
        return call("ec2:CreateSecurityGroup", () -> ec2.get().createSecurityGroup(request -> request.vpcId(vpcId)
                        .groupName(name)
                        .description(description)
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType(ResourceType.SECURITY_GROUP)
                                .tags(tagList(tags))
                                .build())))
                .groupId();
    }

    @Override
    public void open(String id, Set<Opening> openings) {
        unlessSo(
                "InvalidPermission.Duplicate",
                openings,
                some -> call("ec2:AuthorizeSecurityGroupIngress", () -> ec2.get()
                        .authorizeSecurityGroupIngress(
                                request -> request.groupId(id).ipPermissions(permissions(some)))));
    }

    @Override
    public void close(String id, Set<Opening> openings) {
        unlessSo(
                "InvalidPermission.NotFound",
                openings,
                some -> call("ec2:RevokeSecurityGroupIngress", () -> ec2.get()
                        .revokeSecurityGroupIngress(
                                request -> request.groupId(id).ipPermissions(permissions(some)))));
    }

    /** EC2 refuses all of a request when one of its rules is as it should be already. */
    private static void unlessSo(String code, Set<Opening> openings, Consumer<Set<Opening>> change) {
        try {
            change.accept(openings);
        } catch (AwsException e) {
            if (!e.code().equals(code)) {
                throw e;
            }
            if (openings.size() > 1) {
                openings.forEach(opening -> unlessSo(code, Set.of(opening), change));
            }
        }
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        call("ec2:CreateTags", () -> ec2.get()
                .createTags(request -> request.resources(id).tags(tagList(tags))));
    }

    @Override
    public void untag(String id, Set<String> keys) {
        List<Tag> tags = keys.stream()
                .sorted()
                .map(key -> Tag.builder().key(key).build())
                .toList();
        call("ec2:DeleteTags", () -> ec2.get()
                .deleteTags(request -> request.resources(id).tags(tags)));
    }

    @Override
    public void delete(String id) {
        found("ec2:DeleteSecurityGroup", () -> ec2.get().deleteSecurityGroup(request -> request.groupId(id)));
    }

    private static Group group(SecurityGroup found) {
        Set<Opening> openings = new HashSet<>();
        for (IpPermission permission : found.ipPermissions()) {
            permission.ipRanges().forEach(range -> openings.add(opening(permission, range.cidrIp())));
            permission.ipv6Ranges().forEach(range -> openings.add(opening(permission, range.cidrIpv6())));
            permission.prefixListIds().forEach(list -> openings.add(opening(permission, list.prefixListId())));
            permission.userIdGroupPairs().forEach(pair -> openings.add(opening(permission, pair.groupId())));
        }
        return new Group(
                found.groupId(), openings, found.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    }

    private static Opening opening(IpPermission permission, String source) {
        return new Opening(
                permission.ipProtocol(),
                Optional.ofNullable(permission.fromPort()).orElse(ALL),
                Optional.ofNullable(permission.toPort()).orElse(ALL),
                source);
    }

    private static List<IpPermission> permissions(Set<Opening> openings) {
        return openings.stream()
                .sorted(Comparator.comparingInt(Opening::fromPort).thenComparing(Opening::source))
                .map(opening -> IpPermission.builder()
                        .ipProtocol(opening.protocol())
                        .fromPort(opening.fromPort())
                        .toPort(opening.toPort())
                        .applyMutation(builder -> {
                            if (opening.source().startsWith("sg-")) {
                                builder.userIdGroupPairs(UserIdGroupPair.builder()
                                        .groupId(opening.source())
                                        .build());
                            } else if (opening.source().startsWith("pl-")) {
                                builder.prefixListIds(PrefixListId.builder()
                                        .prefixListId(opening.source())
                                        .build());
                            } else if (opening.source().contains(":")) {
                                builder.ipv6Ranges(Ipv6Range.builder()
                                        .cidrIpv6(opening.source())
                                        .build());
                            } else {
                                builder.ipRanges(IpRange.builder()
                                        .cidrIp(opening.source())
                                        .build());
                            }
                        })
                        .build())
                .toList();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static List<Tag> tagList(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
