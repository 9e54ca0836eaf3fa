package dev.fargate.runtime;

import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateProfileStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The controller of FargateProfile. */
final class ProfileLoop extends Loop<FargateProfile, FargateProfileStatus> {
    private final ProfileIndex index;

    ProfileLoop(
            Recipe<FargateProfile, FargateProfileStatus> recipe,
            EventPublisher events,
            ProfileIndex index,
            BooleanSupplier started) {
        super(recipe, events, new StatusWriter.Maker<>(FargateProfile::new, (before, status) -> {}), started);
        this.index = index;
    }

    @Override
    public List<EventSource<?, FargateProfile>> prepareEventSources(EventSourceContext<FargateProfile> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.wakeUps());
    }
}
