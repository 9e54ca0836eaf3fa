package dev.fargate.feed;

import dev.fargate.aws.EventRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What AWS holds under a feed's name. */
record FeedView(Optional<Queue> queue, Optional<Rule> rule) {

    /** A queue with what tells whose and how it is. */
    record Queue(String url, Map<String, String> attributes, Map<String, String> tags) {}

    /** A rule with what tells whose and how it is. */
    record Rule(EventRules.Rule rule, List<Target> targets, Map<String, String> tags) {}
}
