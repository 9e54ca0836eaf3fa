package dev.fargate.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** An ECS service on Fargate with the task definition that it runs. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateService")
@Plural("fargateservices")
@ShortNames("fsvc")
public class FargateService extends CustomResource<FargateServiceSpec, FargateServiceStatus> implements Namespaced {}
