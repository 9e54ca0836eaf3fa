package dev.fargate.hook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceSpec;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.ServiceHooks.Hook;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.HashMap;
import java.util.Map;

/** The FargateTask of a hook, and whose one is. */
final class HookManifest {
    /** Which run it is. */
    private static final String ATTEMPT = Api.GROUP + "/hook-attempt";

    private static final ObjectMapper JSON = new ObjectMapper();

    private HookManifest() {}

    static FargateTask of(HookRequest request) {
        FargateService service = request.service();
        FargateTask run = new FargateTask();
        run.setMetadata(new ObjectMetaBuilder()
                .withNamespace(service.getMetadata().getNamespace())
                .withName(request.name())
                .addToLabels(Api.GROUP + "/hook", request.stage().name())
                .addToAnnotations(ATTEMPT, request.attempt())
                .withOwnerReferences(owner(service))
                .build());
        run.setSpec(spec(service.getSpec(), request.hook()));
        return run;
    }

    static boolean isOf(FargateTask run, FargateService service) {
        return run.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(service.getMetadata().getUid()));
    }

    static boolean isFor(FargateTask run, String attempt) {
        return Api.annotation(run, ATTEMPT).filter(attempt::equals).isPresent();
    }

    /** With it, Kubernetes deletes the run when the service is deleted. */
    private static OwnerReference owner(FargateService service) {
        return new OwnerReferenceBuilder()
                .withApiVersion(service.getApiVersion())
                .withKind(service.getKind())
                .withName(service.getMetadata().getName())
                .withUid(service.getMetadata().getUid())
                .withController(true)
                .build();
    }

    private static FargateTaskSpec spec(FargateServiceSpec service, Hook hook) {
        Map<String, Object> spec = new HashMap<>();
        spec.put("environment", service.environment());
        if (hook.taskDefinition() != null) {
            spec.put("taskDefinition", hook.taskDefinition());
        } else if (service.taskDefinition() != null) {
            spec.put("taskDefinition", service.taskDefinition());
        } else {
            spec.put("task", service.task());
        }
        spec.put("overrides", hook.overrides());
        spec.put("backoffLimit", hook.backoffLimit() == null ? 0 : hook.backoffLimit());
        spec.put("activeDeadlineSeconds", hook.activeDeadlineSeconds());
        spec.put("network", service.network());
        spec.put("platformVersion", service.platformVersion());
        spec.put("tags", service.tags());
        return JSON.convertValue(spec, FargateTaskSpec.class);
    }
}
