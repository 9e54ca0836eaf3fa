package dev.fargate.crds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.Observed;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** The custom resource definitions, made from the types of {@code dev.fargate.api}. */
public final class Crds {
    private Crds() {}

    /** All kinds, in the order of a reader. */
    public static List<CustomResourceDefinition> all() {
        return List.of(
                definition(
                        FargateEnvironment.class,
                        "Where workloads run: account, region, ECS cluster, network, defaults, and who may use it."),
                definition(
                        FargateTaskDefinition.class,
                        "A task definition that services of its namespace name; a change rolls all of them."),
                definition(FargateService.class, "An ECS service on Fargate with the task definition that it runs."),
                definition(
                        FargateTask.class,
                        "A run that ends, as a Kubernetes Job: tasks on Fargate until as many as asked for have succeeded."),
                definition(
                        FargateSchedule.class,
                        "A run that recurs, as a Kubernetes CronJob: started by EventBridge Scheduler, or once each by the operator."),
                definition(
                        FargateProfile.class, "Which pods of an EKS cluster run on Fargate: an EKS Fargate profile."),
                definition(FargateEndpoints.class, "The VPC endpoints that private Fargate tasks need."),
                definition(
                        FargateLoadBalancer.class,
                        "An Application or Network Load Balancer with its listeners and its security group."));
    }

    /** The files of {@code crds/}, by name. */
    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        all().forEach(crd -> files.put(crd.getMetadata().getName() + ".yaml", Yaml.of(crd)));
        files.put("reference.md", Reference.of(all()));
        return files;
    }

    private static CustomResourceDefinition definition(Class<? extends CustomResource<?, ?>> kind, String description) {
        CustomResourceDefinition crd = generated(kind);
        crd.getMetadata().setAnnotations(Map.of("helm.sh/resource-policy", "keep"));
        crd.getSpec().getNames().setCategories(List.of("fargate"));
        crd.getSpec().getVersions().getFirst().setAdditionalPrinterColumns(columns(kind));
        JSONSchemaProps root = Schemas.root(crd);
        root.setDescription(description);
        root.setRequired(List.of("spec"));
        root.getProperties().get("spec").setDescription("What is asked for; the operator never writes it.");
        JSONSchemaProps status = root.getProperties().get("status");
        status.setDescription("What is known; only the operator writes it.");
        status.setDefault(JsonNodeFactory.instance.objectNode().put("observedGeneration", Observed.NOT_YET));
        Shapes.applyTo(root);
        if (Schemas.at(root, "spec.task") != null) {
            RefusedFields.declareIn(root, kind == FargateService.class);
        }
        return crd;
    }

    private static CustomResourceDefinition generated(Class<? extends CustomResource<?, ?>> kind) {
        AtomicReference<CustomResourceDefinition> result = new AtomicReference<>();
        new CRDGenerator()
                .customResourceClasses(List.of(kind))
                .forCRDVersions("v1")
                .withPostProcessor(new CRDPostProcessor() {
                    @Override
                    public HasMetadata process(HasMetadata crd, String version) {
                        result.set((CustomResourceDefinition) crd);
                        return crd;
                    }
                })
                .withOutput(new Nowhere())
                .generate();
        return result.get();
    }

    /** The generator sorts columns by path; kubectl shows them in the order in which a reader wants them. */
    private static List<CustomResourceColumnDefinition> columns(Class<?> kind) {
        return Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(column -> new CustomResourceColumnDefinitionBuilder()
                        .withName(column.name())
                        .withJsonPath(column.jsonPath())
                        .withType(column.type().getValue())
                        .withPriority(column.priority())
                        .build())
                .toList();
    }

    /** The generator wants to write somewhere; we take the objects. */
    private static final class Nowhere implements CRDGenerator.CRDOutput<OutputStream> {
        @Override
        public OutputStream outputFor(String name) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void close() {}
    }
}
