package dev.fargate.loadbalancer;

import dev.fargate.api.LoadBalancerListener;
import dev.fargate.api.LoadBalancerListener.DefaultAction;
import dev.fargate.api.LoadBalancerListener.FixedResponse;
import dev.fargate.api.LoadBalancerListener.Redirect;
import dev.fargate.aws.LoadBalancers.Action;
import dev.fargate.aws.LoadBalancers.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A listener of the manifest in ELB's words, with all that ELB would fill in, so that it compares. Pure. */
final class Listeners {
    private static final String NOT_FOUND = "404";

    private Listeners() {}

    static Content content(LoadBalancerListener listener) {
        return new Content(
                listener.port(),
                listener.protocol().name(),
                Optional.ofNullable(listener.certificateArn()),
                Optional.ofNullable(listener.sslPolicy()),
                Optional.ofNullable(listener.defaultAction())
                        .map(Listeners::action)
                        .orElseGet(() -> fixed(new FixedResponse(null, null, null))));
    }

    private static Action action(DefaultAction action) {
        if (action.forward() != null) {
            return new Action(
                    "forward", Map.of("targetGroupArn", action.forward().targetGroupArn()));
        }
        return action.redirect() == null ? fixed(action.fixedResponse()) : redirect(action.redirect());
    }

    private static Action fixed(FixedResponse response) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(
                "statusCode",
                Optional.ofNullable(response.statusCode()).map(String::valueOf).orElse(NOT_FOUND));
        parameters.put(
                "contentType", Optional.ofNullable(response.contentType()).orElse("text/plain"));
        Optional.ofNullable(response.messageBody())
                .filter(body -> !body.isEmpty())
                .ifPresent(body -> parameters.put("messageBody", body));
        return new Action("fixed-response", parameters);
    }

    private static Action redirect(Redirect redirect) {
        return new Action(
                "redirect",
                Map.of(
                        "protocol", Optional.ofNullable(redirect.protocol()).orElse("HTTPS"),
                        "port",
                                Optional.ofNullable(redirect.port())
                                        .map(String::valueOf)
                                        .orElse("443"),
                        "host", Optional.ofNullable(redirect.host()).orElse("#{host}"),
                        "path", Optional.ofNullable(redirect.path()).orElse("/#{path}"),
                        "query", Optional.ofNullable(redirect.query()).orElse("#{query}"),
                        "statusCode", Boolean.FALSE.equals(redirect.permanent()) ? "HTTP_302" : "HTTP_301"));
    }
}
