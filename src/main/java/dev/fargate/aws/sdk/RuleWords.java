package dev.fargate.aws.sdk;

import dev.fargate.aws.Routes.Condition;
import dev.fargate.aws.Routes.Content;
import dev.fargate.aws.Routes.Share;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Listener rules from and to ELB's own types. */
final class RuleWords {
    private RuleWords() {}

    static dev.fargate.aws.Routes.Rule rule(Rule found) {
        return new dev.fargate.aws.Routes.Rule(
                found.ruleArn(),
                Optional.ofNullable(found.priority())
                        .filter(priority -> !priority.equals("default"))
                        .map(Integer::valueOf),
                new Content(
                        found.conditions().stream().map(RuleWords::condition).collect(Collectors.toSet()),
                        forward(found.actions())));
    }

    private static Condition condition(RuleCondition found) {
        return switch (found.field()) {
            case "host-header" ->
                plain(
                        found,
                        found.hostHeaderConfig() == null
                                ? List.of()
                                : found.hostHeaderConfig().values());
            case "path-pattern" ->
                plain(
                        found,
                        found.pathPatternConfig() == null
                                ? List.of()
                                : found.pathPatternConfig().values());
            case "http-request-method" ->
                plain(found, found.httpRequestMethodConfig().values());
            case "source-ip" -> plain(found, found.sourceIpConfig().values());
            case "http-header" ->
                new Condition(
                        found.field(),
                        found.httpHeaderConfig().httpHeaderName(),
                        new HashSet<>(found.httpHeaderConfig().values()));
            case "query-string" ->
                new Condition(
                        found.field(),
                        "",
                        found.queryStringConfig().values().stream()
                                .map(pair -> Optional.ofNullable(pair.key()).orElse("") + "=" + pair.value())
                                .collect(Collectors.toSet()));
            default -> new Condition(found.field(), "", Set.of(found.toString()));
        };
    }

    /** Values stand in the condition itself, too, where there is only one. */
    private static Condition plain(RuleCondition found, List<String> values) {
        return new Condition(found.field(), "", new HashSet<>(values.isEmpty() ? found.values() : values));
    }

    private static List<Share> forward(List<Action> actions) {
        if (actions.size() != 1 || actions.getFirst().type() != ActionTypeEnum.FORWARD) {
            return List.of();
        }
        Action action = actions.getFirst();
        if (action.forwardConfig() != null
                && !action.forwardConfig().targetGroups().isEmpty()) {
            return action.forwardConfig().targetGroups().stream()
                    .map(group -> new Share(
                            group.targetGroupArn(),
                            Optional.ofNullable(group.weight()).orElse(1)))
                    .toList();
        }
        return action.targetGroupArn() == null ? List.of() : List.of(new Share(action.targetGroupArn(), 1));
    }

    static List<RuleCondition> conditions(Content content) {
        return content.conditions().stream()
                .sorted(Comparator.comparing(Condition::field).thenComparing(Condition::name))
                .map(RuleWords::condition)
                .toList();
    }

    private static RuleCondition condition(Condition condition) {
        List<String> values = condition.values().stream().sorted().toList();
        RuleCondition.Builder builder = RuleCondition.builder().field(condition.field());
        switch (condition.field()) {
            case "host-header" -> builder.hostHeaderConfig(config -> config.values(values));
            case "path-pattern" -> builder.pathPatternConfig(config -> config.values(values));
            case "http-request-method" -> builder.httpRequestMethodConfig(config -> config.values(values));
            case "source-ip" -> builder.sourceIpConfig(config -> config.values(values));
            case "http-header" ->
                builder.httpHeaderConfig(
                        config -> config.httpHeaderName(condition.name()).values(values));
            case "query-string" ->
                builder.queryStringConfig(config ->
                        config.values(values.stream().map(RuleWords::pair).toList()));
            default -> throw new IllegalArgumentException("no such condition: " + condition.field());
        }
        return builder.build();
    }

    private static QueryStringKeyValuePair pair(String text) {
        int equals = text.indexOf('=');
        return QueryStringKeyValuePair.builder()
                .key(equals == 0 ? null : text.substring(0, equals))
                .value(text.substring(equals + 1))
                .build();
    }

    /** One target group is named in the plain way, which each reader of rules understands. */
    static Action action(Content content) {
        return content.forward().size() == 1
                ? Action.builder()
                        .type(ActionTypeEnum.FORWARD)
                        .targetGroupArn(content.forward().getFirst().targetGroupArn())
                        .build()
                : Action.builder()
                        .type(ActionTypeEnum.FORWARD)
                        .forwardConfig(config -> config.targetGroups(content.forward().stream()
                                .map(share -> TargetGroupTuple.builder()
                                        .targetGroupArn(share.targetGroupArn())
                                        .weight(share.weight())
                                        .build())
                                .toList()))
                        .build();
    }
}
