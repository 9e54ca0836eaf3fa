package dev.fargate.bench;

import dev.fargate.simulator.journal.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Edits one by one, one on all, and the end of all. */
final class Changes {
    private static final int EDITS = 20;

    private final Stage stage;
    private final Results results;
    private final Setup setup;
    private final Ground ground;
    private final Fleet fleet;
    private final int n;

    Changes(Stage stage) {
        this.stage = stage;
        this.results = stage.results();
        this.setup = stage.setup();
        this.ground = stage.ground();
        this.fleet = stage.fleet();
        this.n = stage.workloads();
    }

    /** One by one; the next when AWS has the change. */
    void edits() {
        int edits = Math.min(EDITS, Math.max(n, EDITS / 2));
        Progress.say(edits + " edits, one by one");
        List<Double> millis = new ArrayList<>();
        for (int edit = 0; edit < edits; edit++) {
            long updates = ground.calls().of("UpdateService");
            Instant before = Instant.now();
            fleet.changeImage(fleet.names().get(edit % n), "nginx:edit-" + edit);
            Instant accepted = Instant.now();
            Progress.await("the edit to reach AWS", setup, () -> ground.calls().of("UpdateService") > updates);
            CallRecord register = firstRegisterAfter(before);
            millis.add(Math.max(0, Duration.between(accepted, register.time()).toNanos() / 1e6));
        }
        Collections.sort(millis);
        results.add("edit_to_aws_register_p50_milliseconds", millis.get(millis.size() / 2));
        results.add("edit_to_aws_register_p99_milliseconds", millis.getLast());
        stage.awaitReady();
        stage.settle();
    }

    private CallRecord firstRegisterAfter(Instant time) {
        return ground.aws().requests("ecs", "RegisterTaskDefinition").stream()
                .filter(register -> register.time().isAfter(time))
                .findFirst()
                .orElseThrow();
    }

    void changeImages() {
        Progress.say("image change on all");
        Stage.Mark mark = stage.mark();
        List<String> before = fleet.revisions();
        fleet.changeImages("nginx:2");
        stage.awaitReady();
        double seconds = mark.seconds();
        stage.settle();
        AwsCalls calls = stage.spent("image_change", mark).calls();
        if (setup.awsLimits()) {
            results.add("image_change_seconds_until_all_ready", seconds, setup.readyTargetSeconds());
        } else {
            results.add("image_change_seconds_until_all_ready", seconds);
        }
        results.holds(
                calls.of("RegisterTaskDefinition") == n && calls.of("UpdateService") == n,
                "an image change on " + n + " services took " + calls.byOperation());
        results.holds(
                Collections.disjoint(before, fleet.revisions())
                        && fleet.revisions().size() == n,
                "not every service runs a new revision of its own");
        stage.holdsThatEachIsOnce();
    }

    void delete() {
        Progress.say("delete all");
        Stage.Mark mark = stage.mark();
        fleet.delete();
        Progress.await("all to be gone", setup, () -> fleet.left() == 0, () -> fleet.left() + " are left");
        double seconds = mark.seconds();
        stage.settle();
        AwsCalls calls = stage.spent("delete", mark).calls();
        results.add("delete_seconds_until_all_gone", seconds);
        results.holds(ground.services() == 0, ground.services() + " services are left at AWS");
        results.holds(calls.of("DeleteService") == n, "deleting " + n + " services took " + calls.byOperation());
    }
}
