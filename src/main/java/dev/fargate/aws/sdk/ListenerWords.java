package dev.fargate.aws.sdk;

import dev.fargate.aws.LoadBalancers.Action;
import dev.fargate.aws.LoadBalancers.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;

/** Listeners from and to ELB's own types. */
final class ListenerWords {
    private static final String TARGET_GROUP = "targetGroupArn";

    private ListenerWords() {}

    static Content content(Listener listener) {
        return new Content(
                listener.port(),
                listener.protocolAsString(),
                listener.certificates().stream()
                        .map(Certificate::certificateArn)
                        .findFirst(),
                Optional.ofNullable(listener.sslPolicy()).filter(policy -> !policy.isEmpty()),
                action(listener.defaultActions()));
    }

    private static Action action(List<software.amazon.awssdk.services.elasticloadbalancingv2.model.Action> actions) {
        if (actions.size() != 1) {
            return new Action("several", Map.of("other", actions.toString()));
        }
        software.amazon.awssdk.services.elasticloadbalancingv2.model.Action action = actions.getFirst();
        String type = action.typeAsString();
        return switch (type) {
            case "fixed-response" -> new Action(type, parameters(action.fixedResponseConfig()));
            case "redirect" -> new Action(type, parameters(action.redirectConfig()));
            case "forward" ->
                action.targetGroupArn() == null
                        ? new Action(type, Map.of("other", String.valueOf(action.forwardConfig())))
                        : new Action(type, Map.of(TARGET_GROUP, action.targetGroupArn()));
            default -> new Action(type, Map.of("other", action.toString()));
        };
    }

    private static Map<String, String> parameters(FixedResponseActionConfig fixed) {
        Map<String, String> parameters = new HashMap<>();
        put(parameters, "statusCode", fixed.statusCode());
        put(parameters, "contentType", fixed.contentType());
        put(parameters, "messageBody", fixed.messageBody());
        return parameters;
    }

    private static Map<String, String> parameters(RedirectActionConfig redirect) {
        Map<String, String> parameters = new HashMap<>();
        put(parameters, "protocol", redirect.protocol());
        put(parameters, "port", redirect.port());
        put(parameters, "host", redirect.host());
        put(parameters, "path", redirect.path());
        // An empty one drops the caller's, and is no other than none in a reply.
        parameters.put("query", Optional.ofNullable(redirect.query()).orElse(""));
        put(parameters, "statusCode", redirect.statusCodeAsString());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    static software.amazon.awssdk.services.elasticloadbalancingv2.model.Action action(Action action) {
        Map<String, String> parameters = action.parameters();
        return software.amazon.awssdk.services.elasticloadbalancingv2.model.Action.builder()
                .type(action.type())
                .targetGroupArn(parameters.get(TARGET_GROUP))
                .applyMutation(builder -> {
                    if (action.type().equals("fixed-response")) {
                        builder.fixedResponseConfig(fixed -> fixed.statusCode(parameters.get("statusCode"))
                                .contentType(parameters.get("contentType"))
                                .messageBody(parameters.get("messageBody")));
                    }
                    if (action.type().equals("redirect")) {
                        builder.redirectConfig(redirect -> redirect.protocol(parameters.get("protocol"))
                                .port(parameters.get("port"))
                                .host(parameters.get("host"))
                                .path(parameters.get("path"))
                                .query(parameters.get("query"))
                                .statusCode(parameters.get("statusCode")));
                    }
                })
                .build();
    }
}
