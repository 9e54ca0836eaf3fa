package dev.fargate.service;

import dev.fargate.engine.Difference;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/**
 * One field of a service that differs.
 *
 * @param rolls whether UpdateService starts a new deployment for it (ECS API reference, UpdateService)
 * @param put puts the wanted value into an update
 */
record ServiceField(Difference difference, boolean rolls, Consumer<UpdateServiceRequest.Builder> put) {

    static ServiceField rolling(String path, Object desired, Object live, Consumer<UpdateServiceRequest.Builder> put) {
        return new ServiceField(new Difference(path, String.valueOf(desired), String.valueOf(live)), true, put);
    }

    static ServiceField plain(String path, Object desired, Object live, Consumer<UpdateServiceRequest.Builder> put) {
        return new ServiceField(new Difference(path, String.valueOf(desired), String.valueOf(live)), false, put);
    }
}
