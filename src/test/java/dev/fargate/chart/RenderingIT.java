package dev.fargate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.crds.Crds;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart renders, without a cluster. */
class RenderingIT {
    private static final Helm HELM = Helm.four();

    private static final List<JsonNode> DEFAULTS = HELM.rendered();

    @Test
    void helm3AndHelm4RenderTheSame() {
        String[] everything = {
            "--set=replicas=2,networkPolicy.enabled=true,metrics.serviceMonitor.enabled=true,metrics.podMonitor.enabled=true",
            "--set=metrics.prometheusRule.enabled=true,metrics.dashboard.enabled=true,test.environment=development",
            "--values=" + Chart.file("examples/platform-limits.yaml")
        };

        assertThat(Helm.three().rendered(everything)).containsExactlyInAnyOrderElementsOf(HELM.rendered(everything));
        assertThat(Helm.three().run("lint", "--strict", Chart.DIRECTORY.toString()))
                .contains("0 chart(s) failed");
        assertThat(HELM.run("lint", "--strict", Chart.DIRECTORY.toString())).contains("0 chart(s) failed");
    }

    @Test
    void itGivesTheRightsOfTheFileAndNoOther() {
        List<JsonNode> file = Chart.documents(Chart.text(Path.of("operator", "rbac.yaml")));

        assertThat(Rights.of("ClusterRole", HELM.rendered("--set=rbac.aggregate=false")))
                .isEqualTo(Rights.of("ClusterRole", file));
        assertThat(Rights.of("Role", DEFAULTS)).isEqualTo(Rights.of("Role", file));
    }

    @Test
    void tenantsMayReadAllKindsAndChangeThoseOfTheirNamespaces() {
        assertThat(kindsIn("fargate-operator-view"))
                .isEqualTo(Crds.all().stream()
                        .map(crd -> crd.getSpec().getNames().getPlural())
                        .collect(Collectors.toSet()));
        assertThat(kindsIn("fargate-operator-edit"))
                .isEqualTo(Crds.all().stream()
                        .filter(crd -> crd.getSpec().getScope().equals("Namespaced"))
                        .map(crd -> crd.getSpec().getNames().getPlural())
                        .collect(Collectors.toSet()));
    }

    private static Set<String> kindsIn(String role) {
        return all(DEFAULTS, "ClusterRole")
                .filter(object -> object.at("/metadata/name").asText().equals(role))
                .flatMap(object -> object.path("rules").valueStream())
                .flatMap(rule -> rule.path("resources").valueStream())
                .map(JsonNode::asText)
                .filter(resource -> !resource.contains("/"))
                .collect(Collectors.toSet());
    }

    @Test
    void forListedNamespacesWorkloadsAreAllowedThereOnly() {
        List<JsonNode> listed = HELM.rendered("--set=namespaces={a,b},rbac.aggregate=false");

        assertThat(arguments(listed)).contains("--namespaces=a,b");
        assertThat(Rights.of("ClusterRole", listed))
                .noneMatch(right ->
                        right.contains("services") || right.contains("taskdefinitions") || right.contains("events"));
        assertThat(all(listed, "Role")
                        .map(role -> role.at("/metadata/namespace").asText()))
                .containsExactlyInAnyOrder("a", "b", "default", Helm.NAMESPACE);
        Set<String> together = new TreeSet<>(Rights.of("ClusterRole", listed));
        together.addAll(Rights.of("Role", listed));
        Set<String> everywhere = new TreeSet<>(Rights.of("ClusterRole", HELM.rendered("--set=rbac.aggregate=false")));
        everywhere.addAll(Rights.of("Role", DEFAULTS));
        assertThat(together).isEqualTo(everywhere);
    }

    @Test
    void settingsBecomeOptionsAndWhatIsNotSetIsLeftToTheOperator() {
        assertThat(arguments(DEFAULTS))
                .containsExactly(
                        "run", "--http-port=8080", "--leader-election=true", "--lease-namespace=fargate-system");
        assertThat(
                        arguments(
                                HELM.rendered(
                                        "--set=settings.sweep=30s,settings.rolloutPolls={5s,10s},settings.bucketShare=0.5,settings.concurrency=8")))
                .contains("--sweep=30s", "--rollout-polls=5s,10s", "--bucket-share=0.5", "--concurrency=8");
    }

    @Test
    void theIdentityOfAPodIsItsNameAndTheRoleIsOnItsServiceAccount() {
        List<JsonNode> rendered =
                HELM.rendered("--set=aws.roleArn=arn:aws:iam::123456789012:role/x,aws.region=eu-west-1");

        assertThat(container(rendered).at("/env/0/valueFrom/fieldRef/fieldPath").asText())
                .isEqualTo("metadata.name");
        assertThat(container(rendered).path("env").toString())
                .contains("{\"name\":\"AWS_REGION\",\"value\":\"eu-west-1\"}");
        assertThat(one(rendered, "ServiceAccount")
                        .at("/metadata/annotations/eks.amazonaws.com~1role-arn")
                        .asText())
                .isEqualTo("arn:aws:iam::123456789012:role/x");
    }

    @Test
    void aBudgetIsMadeForReplicasOnly() {
        assertThat(kinds(DEFAULTS)).doesNotContain("PodDisruptionBudget");
        assertThat(kinds(HELM.rendered("--set=replicas=2"))).contains("PodDisruptionBudget");
        assertThat(HELM.refusal("--set=replicas=2,leaderElection=false"))
                .contains("leaderElection is false: then there can be one replica only");
        assertThat(one(HELM.rendered("--set=leaderElection=false"), "Deployment")
                        .at("/spec/strategy/type")
                        .asText())
                .isEqualTo("Recreate");
    }

    @Test
    void definitionsOutliveTheReleaseAndCanBeLeftOut() {
        assertThat(all(DEFAULTS, "CustomResourceDefinition")
                        .map(crd -> crd.at("/metadata/annotations/helm.sh~1resource-policy")
                                .asText()))
                .hasSameSizeAs(Crds.all())
                .containsOnly("keep");
        assertThat(kinds(HELM.rendered("--set=crds.install=false"))).doesNotContain("CustomResourceDefinition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eks-fargate", "namespaces", "own-profile", "platform-limits"})
    void everyExampleIsTaken(String example) {
        assertThat(kinds(HELM.rendered("--values=" + Chart.file("examples/" + example + ".yaml"))))
                .contains("Deployment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replica=2                          | replica",
                "image.tagg=x                       | tagg",
                "replicas=eleven                    | /replicas",
                "settings.sweep=30 seconds          | /settings/sweep",
                "settings.bucketShare=2             | /settings/bucketShare",
                "aws.roleArn=role/x                 | /aws/roleArn",
                "namespaces={Team_A}                | /namespaces/0",
                "metrics.port=80                    | /metrics/port",
                "admissionPolicy.validationActions={Refuse} | /admissionPolicy/validationActions/0",
                "terminationGracePeriodSeconds=5    | /terminationGracePeriodSeconds",
                "extraObjects[0].kind=FargateProfile | /extraObjects/0",
            })
    void whatIsWrongIsRefusedWithItsPlace(String set, String place) {
        assertThat(HELM.refusal("--set=" + set)).contains(place);
        assertThat(Helm.three().refusal("--set=" + set)).contains(place);
    }

    @Test
    void labelsAndAnnotationsGoWhereTheyAreAskedFor() {
        List<JsonNode> rendered = HELM.rendered(
                "--set=commonLabels.team=x,commonAnnotations.why=y,podLabels.pod=z,podAnnotations.note=n,crds.install=false");

        assertThat(rendered).allSatisfy(object -> {
            assertThat(object.at("/metadata/labels/team").asText()).isEqualTo("x");
            assertThat(object.at("/metadata/annotations/why").asText()).isEqualTo("y");
        });
        JsonNode pod = one(rendered, "Deployment").at("/spec/template/metadata");
        assertThat(pod.at("/labels/pod").asText()).isEqualTo("z");
        assertThat(pod.at("/annotations/note").asText()).isEqualTo("n");
    }

    private static List<String> arguments(List<JsonNode> rendered) {
        return container(rendered)
                .path("args")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode container(List<JsonNode> rendered) {
        return one(rendered, "Deployment").at("/spec/template/spec/containers/0");
    }

    private static JsonNode one(List<JsonNode> rendered, String kind) {
        return all(rendered, kind).findFirst().orElseThrow();
    }

    private static Stream<JsonNode> all(List<JsonNode> rendered, String kind) {
        return rendered.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    private static Set<String> kinds(List<JsonNode> rendered) {
        return rendered.stream()
                .map(object -> object.path("kind").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
