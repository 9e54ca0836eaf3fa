package dev.fargate.aws;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** ECS services. */
public interface Services {

    Service create(CreateServiceRequest request);

    Service update(UpdateServiceRequest request);

    /** DeleteService with force: stops the tasks, too. */
    Service delete(String clusterArn, String service);

    /** DescribeServices with TAGS, at most {@link #BATCH} at a time. Routine events are dropped while reading. */
    Described describe(String clusterArn, List<String> services);

    /** The most services that one DescribeServices takes (ECS API reference). */
    int BATCH = 10;

    /**
     * A reply of DescribeServices. A service that stands in neither list was not answered for: nothing is known of it.
     *
     * @param missing names or ARNs, as asked, that AWS answered MISSING for
     */
    record Described(List<Service> services, Set<String> missing) {}
}
