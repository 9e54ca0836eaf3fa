package dev.fargate.preflight;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What AWS has said of objects, refusals included, and not longer ago than five minutes: nothing is asked for more often. */
final class Answers {
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String UNAVAILABLE = "AwsUnavailable";

    private final Map<Key, Stored> stored = new HashMap<>();

    /** One object of one account. */
    private record Key(AwsScope scope, Topic<?> topic, String id) {}

    private record Stored(Answer<?> answer, Instant at) {}

    void forgetOld(Instant now) {
        stored.values().removeIf(answer -> !answer.at().plus(FRESH).isAfter(now));
    }

    /** What is known of a scope's objects. */
    Round round(AwsScope scope) {
        return new Round(scope);
    }

    /** One judgement after another until nothing is to be asked any more; each answer stays for the others. */
    final class Round implements Facts {
        private final AwsScope scope;
        private final Map<Topic<?>, Set<String>> pending = new LinkedHashMap<>();
        private final Map<Topic<?>, Answer.Refused<?>> given = new HashMap<>();

        private Round(AwsScope scope) {
            this.scope = scope;
        }

        @Override
        @SuppressWarnings("unchecked") // An answer is stored under the topic that it was read by.
        public <T> Answer<T> of(Topic<T> topic, String id) {
            Stored known = stored.get(new Key(scope, topic, id));
            if (known == null) {
                pending.computeIfAbsent(topic, _ -> new LinkedHashSet<>()).add(id);
                return new Answer.Pending<>();
            }
            return (Answer<T>) known.answer();
        }

        boolean isComplete() {
            return pending.isEmpty();
        }

        /** Makes the calls for all that was asked for in vain, together. */
        void ask(Supplier<Surroundings> aws, Instant now) {
            Map<Topic<?>, Set<String>> asked = new LinkedHashMap<>(pending);
            pending.clear();
            asked.forEach((topic, ids) -> ids.stream()
                    .collect(Collectors.groupingBy(topic.container(), LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(together -> ask(topic, together, aws, now)));
        }

        private <T> void ask(Topic<T> topic, List<String> ids, Supplier<Surroundings> aws, Instant now) {
            for (int from = 0; from < ids.size(); from += topic.most()) {
                read(topic, ids.subList(from, Math.min(ids.size(), from + topic.most())), aws, now);
            }
        }

        private <T> void read(Topic<T> topic, List<String> ids, Supplier<Surroundings> aws, Instant now) {
            if (given.containsKey(topic)) {
                ids.forEach(id -> store(topic, id, given.get(topic), now));
                return;
            }
            try {
                Map<String, T> found = topic.reader().read(aws.get(), ids);
                ids.forEach(id -> store(
                        topic,
                        id,
                        found.containsKey(id) ? new Answer.Known<>(found.get(id)) : new Answer.Absent<T>(),
                        now));
            } catch (AwsException e) {
                refused(topic, ids, e, aws, now);
            } catch (RuntimeException e) {
                LOG.error("Preflight could not read {} {}", topic.name(), ids, e);
                unread(topic, ids, new Answer.Refused<>(UNAVAILABLE, "%s, see the operator's log".formatted(e)), now);
            }
        }

        private <T> void refused(
                Topic<T> topic, List<String> ids, AwsException error, Supplier<Surroundings> aws, Instant now) {
            boolean ofOne = error.errorClass() == ErrorClass.MISSING || error.errorClass() == ErrorClass.INVALID;
            if (ofOne && ids.size() > 1) {
                // One that is missing, or of another region, refuses the whole call.
                ids.forEach(id -> read(topic, List.of(id), aws, now));
                return;
            }
            if (error.errorClass() == ErrorClass.MISSING) {
                store(topic, ids.getFirst(), new Answer.Absent<T>(), now);
                return;
            }
            Answer.Refused<T> refused = new Answer.Refused<>(
                    reason(error.errorClass()),
                    "AWS refused %s (%s): %s".formatted(error.operation(), error.code(), error.getMessage()));
            if (error.errorClass() == ErrorClass.TRANSIENT || error.errorClass() == ErrorClass.THROTTLED) {
                unread(topic, ids, refused, now);
            } else {
                ids.forEach(id -> store(topic, id, refused, now));
            }
        }

        /** Who does not answer would not answer the next question either. */
        private <T> void unread(Topic<T> topic, List<String> ids, Answer.Refused<T> refused, Instant now) {
            given.put(topic, refused);
            ids.forEach(id -> store(topic, id, refused, now));
        }

        private void store(Topic<?> topic, String id, Answer<?> answer, Instant now) {
            stored.put(new Key(scope, topic, id), new Stored(answer, now));
        }
    }

    private static String reason(ErrorClass errorClass) {
        return switch (errorClass) {
            case DENIED -> "AccessDenied";
            case THROTTLED -> "Throttled";
            case INVALID -> "Invalid";
            case MISSING, CONFLICT, TRANSIENT -> UNAVAILABLE;
        };
    }
}
