package dev.fargate.schedule;

import dev.fargate.api.Api;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateTask;
import dev.fargate.engine.Problem;
import dev.fargate.task.ScheduledRuns;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Creates the FargateTasks of one schedule. */
record Starts(FargateSchedule schedule, Runs runs, Measures measures, Instant now) {
    static final String LABEL = Api.GROUP + "/schedule";
    static final String SCHEDULED_AT = Api.GROUP + "/scheduled-at";

    FargateTask due(Instant due) {
        return run(RunNames.due(schedule, due), Map.of(SCHEDULED_AT, Times.text(due)));
    }

    FargateTask asked(String annotation) {
        return run(RunNames.asked(schedule, annotation), Map.of(Api.RUN_AT, annotation));
    }

    private FargateTask run(String name, Map<String, String> annotations) {
        FargateTask run = new FargateTask();
        run.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(schedule.getMetadata().getNamespace())
                .withLabels(Map.of(LABEL, schedule.getMetadata().getName()))
                .withAnnotations(annotations)
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(Api.GROUP + "/" + Api.VERSION)
                        .withKind("FargateSchedule")
                        .withName(schedule.getMetadata().getName())
                        .withUid(schedule.getMetadata().getUid())
                        .withController(true)
                        .build())
                .build());
        run.setSpec(ScheduledRuns.of(schedule.getMetadata().getName(), schedule.getSpec()));
        return run;
    }

    Optional<Problem> start(ScheduleStep.Start step) {
        Optional<Problem> refused = runs.start(step.run());
        if (refused.isEmpty()) {
            step.due().ifPresent(due -> measures.started(Duration.between(due, now)));
        }
        return refused;
    }
}
