package dev.fargate.simulator.moto;

import dev.fargate.simulator.ecs.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Targets on their way to moto's target groups. Changes gather until the next {@link #deliver}, so that a rollout of many
 * tasks is one call for each group and direction.
 */
final class TargetFeed {
    private final MotoCalls moto;
    private Map<Group, Map<Target, Boolean>> waiting = new LinkedHashMap<>();

    TargetFeed(MotoCalls moto) {
        this.moto = moto;
    }

    synchronized void changed(Place place, String arn, List<Target> register, List<Target> deregister) {
        Map<Target, Boolean> group = waiting.computeIfAbsent(new Group(place, arn), _ -> new LinkedHashMap<>());
        register.forEach(target -> group.put(target, true));
        for (Target target : deregister) {
            // moto refuses the whole call for a target that it never saw.
            boolean neverSent = group.remove(target, true);
            if (!neverSent) {
                group.put(target, false);
            }
        }
    }

    void deliver() {
        Map<Group, Map<Target, Boolean>> batch = take();
        batch.forEach((group, targets) -> {
            send(group, "RegisterTargets", targets, true);
            send(group, "DeregisterTargets", targets, false);
        });
    }

    private synchronized Map<Group, Map<Target, Boolean>> take() {
        Map<Group, Map<Target, Boolean>> batch = waiting;
        waiting = new LinkedHashMap<>();
        return batch;
    }

    private void send(Group group, String action, Map<Target, Boolean> targets, boolean registered) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", action);
        form.put("Version", "2015-12-01");
        form.put("TargetGroupArn", group.arn);
        int number = 0;
        for (Map.Entry<Target, Boolean> entry : targets.entrySet()) {
            if (entry.getValue() == registered) {
                number++;
                form.put("Targets.member." + number + ".Id", entry.getKey().ip());
                form.put(
                        "Targets.member." + number + ".Port",
                        String.valueOf(entry.getKey().port()));
            }
        }
        if (number > 0) {
            moto.query(group.place, "elasticloadbalancing", form);
        }
    }

    private record Group(Place place, String arn) {}
}
