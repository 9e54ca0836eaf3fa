package dev.fargate.scaling;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** The calls to CloudWatch; each is an upsert by name. */
sealed interface AlarmStep extends CompanionStep {

    /** Makes an alarm, or replaces it. */
    record Put(PutMetricAlarmRequest alarm, Owner owner, boolean isNew, List<Difference> differences)
            implements AlarmStep {
        public Put {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return Change.put(isNew, "alarm " + alarm.alarmName(), differences);
        }

        @Override
        public Operation operation() {
            return Operation.PUT_METRIC_ALARM;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            // Of an alarm that is there the tags are ignored.
            aws.alarms().put(isNew ? alarm.toBuilder().tags(tags(owner)).build() : alarm);
            return Optional.empty();
        }

        private static List<Tag> tags(Owner owner) {
            return new TreeMap<>(owner.tags())
                    .entrySet().stream()
                            .map(tag -> Tag.builder()
                                    .key(tag.getKey())
                                    .value(tag.getValue())
                                    .build())
                            .toList();
        }
    }

    /** Ends alarms of ours. */
    record Delete(List<String> alarms) implements AlarmStep {
        public Delete {
            alarms = List.copyOf(alarms);
        }

        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "alarm " + String.join(", ", alarms));
        }

        @Override
        public Operation operation() {
            return Operation.DELETE_ALARMS;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.alarms().delete(alarms);
            return Optional.empty();
        }
    }
}
