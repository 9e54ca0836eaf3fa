package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A namespaced kernel parameter. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SystemControl(
        @JsonPropertyDescription("Name of the parameter, such as net.core.somaxconn: net.*, fs.mqueue.*, or one of the "
                + "kernel's for IPC.")
        @Required
        @Size(max = 255)
        @ValidationRule(value = SystemControl.NAMESPACE, message = SystemControl.NAMESPACE_SAYS)
        String namespace,

        @JsonPropertyDescription("Its value.") @Required @Size(min = 1, max = 1024)
        String value) {

    /** ECS API reference, SystemControl. */
    static final String NAMESPACE = "self.matches('^(net[.].+|fs[.]mqueue[.].+"
            + "|kernel[.](msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced))$')";

    static final String NAMESPACE_SAYS =
            "Fargate takes kernel parameters net.*, fs.mqueue.*, and kernel.msgmax, msgmnb,"
                    + " msgmni, sem, shmall, shmmax, shmmni and shm_rmid_forced: remove the others";
}
