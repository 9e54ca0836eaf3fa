package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.Routes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

record ElbRoutes(Supplier<ElasticLoadBalancingV2Client> elb) implements Routes {
    @Override
    public Optional<Front> front(String listenerArn) {
        return found("elasticloadbalancing:DescribeListeners", () -> elb.get()
                        .describeListeners(request -> request.listenerArns(listenerArn)))
                .flatMap(reply -> reply.listeners().stream().findFirst())
                .map(this::front);
    }

    private Front front(Listener listener) {
        LoadBalancer balancer = call("elasticloadbalancing:DescribeLoadBalancers", () -> elb.get()
                        .describeLoadBalancers(request -> request.loadBalancerArns(listener.loadBalancerArn())))
                .loadBalancers()
                .getFirst();
        return new Front(listener.listenerArn(), balancer.vpcId(), new HashSet<>(balancer.securityGroups()));
    }

    @Override
    public Optional<Group> group(String name) {
        return found("elasticloadbalancing:DescribeTargetGroups", () -> elb.get()
                        .describeTargetGroups(request -> request.names(name)))
                .flatMap(reply -> reply.targetGroups().stream().findFirst())
                .map(TargetGroupWords::group);
    }

    @Override
    public Map<String, String> attributes(String targetGroupArn) {
        Map<String, String> attributes = new HashMap<>();
        call("elasticloadbalancing:DescribeTargetGroupAttributes", () -> elb.get()
                        .describeTargetGroupAttributes(request -> request.targetGroupArn(targetGroupArn)))
                .attributes()
                .forEach(attribute -> attributes.put(
                        attribute.key(), Optional.ofNullable(attribute.value()).orElse("")));
        return attributes;
    }

    @Override
    public List<Rule> rules(String listenerArn) {
        return found(
                        "elasticloadbalancing:DescribeRules",
                        () ->
                                elb
                                        .get()
                                        .describeRulesPaginator(request -> request.listenerArn(listenerArn))
                                        .rules()
                                        .stream()
                                        .map(RuleWords::rule)
                                        .toList())
                .orElse(List.of());
    }

    @Override
    public String create(Fixed fixed, Map<String, String> health, Map<String, String> tags) {
        return call("elasticloadbalancing:CreateTargetGroup", () -> elb.get()
                        .createTargetGroup(request -> TargetGroupWords.health(request, fixed.protocolVersion(), health)
                                .name(fixed.name())
                                .protocol(fixed.protocol())
                                .protocolVersion(fixed.protocolVersion().isEmpty() ? null : fixed.protocolVersion())
                                .port(fixed.port())
                                .vpcId(fixed.vpcId())
                                .targetType(TargetTypeEnum.IP)
                                .tags(ElbTags.list(tags))))
                .targetGroups()
                .getFirst()
                .targetGroupArn();
    }

    @Override
    public void modifyHealth(String targetGroupArn, String protocolVersion, Map<String, String> health) {
        call("elasticloadbalancing:ModifyTargetGroup", () -> elb.get()
                .modifyTargetGroup(request -> TargetGroupWords.health(request, protocolVersion, health)
                        .targetGroupArn(targetGroupArn)));
    }

    @Override
    public void modifyAttributes(String targetGroupArn, Map<String, String> attributes) {
        List<TargetGroupAttribute> changed = attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> TargetGroupAttribute.builder()
                        .key(attribute.getKey())
                        .value(attribute.getValue())
                        .build())
                .toList();
        call("elasticloadbalancing:ModifyTargetGroupAttributes", () -> elb.get()
                .modifyTargetGroupAttributes(
                        request -> request.targetGroupArn(targetGroupArn).attributes(changed)));
    }

    @Override
    public void deleteGroup(String targetGroupArn) {
        found("elasticloadbalancing:DeleteTargetGroup", () -> elb.get()
                .deleteTargetGroup(request -> request.targetGroupArn(targetGroupArn)));
    }

    @Override
    public String createRule(String listenerArn, int priority, Content content, Map<String, String> tags) {
        return call("elasticloadbalancing:CreateRule", () -> elb.get()
                        .createRule(request -> request.listenerArn(listenerArn)
                                .priority(priority)
                                .conditions(RuleWords.conditions(content))
                                .actions(RuleWords.action(content))
                                .tags(ElbTags.list(tags))))
                .rules()
                .getFirst()
                .ruleArn();
    }

    @Override
    public void modifyRule(String ruleArn, Content content) {
        call("elasticloadbalancing:ModifyRule", () -> elb.get().modifyRule(request -> request.ruleArn(ruleArn)
                .conditions(RuleWords.conditions(content))
                .actions(RuleWords.action(content))));
    }

    @Override
    public void setPriority(String ruleArn, int priority) {
        call("elasticloadbalancing:SetRulePriorities", () -> elb.get()
                .setRulePriorities(request -> request.rulePriorities(RulePriorityPair.builder()
                        .ruleArn(ruleArn)
                        .priority(priority)
                        .build())));
    }

    @Override
    public void deleteRule(String ruleArn) {
        found("elasticloadbalancing:DeleteRule", () -> elb.get().deleteRule(request -> request.ruleArn(ruleArn)));
    }
}
