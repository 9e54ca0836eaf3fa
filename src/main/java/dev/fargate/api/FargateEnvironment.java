package dev.fargate.api;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Where workloads run: account, region, ECS cluster, network, defaults, and who may use it. Cluster-scoped. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateEnvironment")
@Plural("fargateenvironments")
@ShortNames("fenv")
public class FargateEnvironment extends CustomResource<FargateEnvironmentSpec, FargateEnvironmentStatus> {}
