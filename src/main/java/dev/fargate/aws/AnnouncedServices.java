package dev.fargate.aws;

import java.util.Optional;

/** What somebody who hears of changes in AWS tells and asks the {@link ServiceWatch}. */
public interface AnnouncedServices {

    /** From now on changes in this cluster are announced, or no longer are. Its sweeps and polls thin out, or are back at once. */
    void announce(String clusterArn, boolean announces);

    /** Who looks at the service of that name; empty when nobody of ours does. */
    Optional<ServiceRef> find(String clusterArn, String service);
}
