package dev.fargate.environment;

import java.util.List;

/** The workloads that name an environment, whatever their kind. */
public interface Workloads {

    /** {@code namespace/name} of each, in order. */
    List<String> naming(String environment);

    /** What the workloads of an environment see of it has changed. */
    void wake(String environment);
}
