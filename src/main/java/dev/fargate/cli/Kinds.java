package dev.fargate.cli;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds as kubectl takes them: by kind, plural or short name. */
final class Kinds {
    private static final Map<Class<? extends HasMetadata>, List<String>> NAMES = Map.of(
            FargateService.class, List.of("fargateservice", "fargateservices", "fsvc"),
            FargateTask.class, List.of("fargatetask", "fargatetasks", "ft"),
            FargateTaskDefinition.class, List.of("fargatetaskdefinition", "fargatetaskdefinitions", "ftd"),
            FargateSchedule.class, List.of("fargateschedule", "fargateschedules", "fsch"),
            FargateProfile.class, List.of("fargateprofile", "fargateprofiles", "fp"),
            FargateEndpoints.class, List.of("fargateendpoints", "fep"),
            FargateLoadBalancer.class, List.of("fargateloadbalancer", "fargateloadbalancers", "flb"),
            FargateEnvironment.class, List.of("fargateenvironment", "fargateenvironments", "fenv"));

    private Kinds() {}

    static Optional<Class<? extends HasMetadata>> named(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .filter(kind -> kind.getValue().contains(name))
                .<Class<? extends HasMetadata>>map(Map.Entry::getKey)
                .findFirst();
    }
}
