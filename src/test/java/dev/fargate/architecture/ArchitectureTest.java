package dev.fargate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dependencies point one way. A package that is not listed here is refused, so that it gets its place. */
class ArchitectureTest {
    // The names of what is used are enough; reading those classes too would take seconds.
    private static final JavaClasses ALL = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPackages("dev.fargate");
    });
    private static final JavaClasses PRODUCT =
            ALL.that(DescribedPredicate.describe("are of the product", type -> type.getSource()
                    .filter(source -> !source.getUri().toString().contains("/test-classes/"))
                    .isPresent()));

    @ParameterizedTest
    @CsvSource({
        "api,            ''",
        "aws,            ''",
        "engine,         ''",
        "cron,           ''",
        "turn,           api engine aws",
        "diagnosis,      ''",
        "reachability,   ''",
        "cost,           api",
        "taskdefinition, api engine aws turn environment",
        "environment,    api engine aws turn",
        "feed,           api engine aws turn environment",
        "profile,        api engine aws turn",
        "endpoints,      api engine aws turn cost environment",
        "loadbalancer,   api engine aws turn environment",
        "ending,         api diagnosis taskdefinition",
        "preflight,      api engine aws diagnosis reachability",
        "outlook,        api engine aws environment",
        "hook,           api engine aws",
        "rightsize,      api aws cost taskdefinition",
        "service,        api engine aws turn diagnosis preflight taskdefinition environment ending hook cost rightsize",
        "task,           api engine aws turn diagnosis preflight taskdefinition environment ending cost",
        "schedule,       api engine aws turn taskdefinition environment cron task",
        "runtime,        api engine aws turn diagnosis preflight taskdefinition environment ending feed hook service task cost rightsize schedule profile endpoints outlook loadbalancer",
        "described,      aws diagnosis taskdefinition",
        "preview,        api engine aws turn diagnosis preflight taskdefinition environment ending hook service task schedule cost rightsize profile",
        "cli,            api runtime described diagnosis cost preview",
    })
    void a_package_uses_only_those_below_it(String name, String below) {
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(below.split(" ")))
                .filter(other -> !other.isEmpty())
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(packages(name))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.fargate..").and(not(resideInAnyPackage(allowed))))
                .check(PRODUCT);
    }

    @Test
    void every_package_has_its_place() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fargate")
                .should()
                .resideOutsideOfPackages(Stream.of(
                                "api",
                                "aws",
                                "engine",
                                "cron",
                                "turn",
                                "diagnosis",
                                "reachability",
                                "preflight",
                                "cost",
                                "rightsize",
                                "taskdefinition",
                                "environment",
                                "ending",
                                "feed",
                                "hook",
                                "service",
                                "task",
                                "schedule",
                                "profile",
                                "endpoints",
                                "outlook",
                                "loadbalancer",
                                "runtime",
                                "described",
                                "preview",
                                "cli")
                        .map(ArchitectureTest::packages)
                        .toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        slices().matching("dev.fargate.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void the_engine_knows_neither_AWS_nor_the_Kubernetes_client() {
        noClasses()
                .that()
                .resideInAPackage("dev.fargate.engine..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "software.amazon..", "io.fabric8.kubernetes.client..", "io.javaoperatorsdk.."))
                .check(PRODUCT);
    }

    @Test
    void only_the_adapters_hold_clients_of_AWS_and_only_the_runtime_of_Kubernetes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fargate.aws.sdk..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("software[.]amazon[.]awssdk[.]services[.].*Client(Builder)?")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.fargate.runtime..", "dev.fargate.api..", "dev.fargate.preview..", "dev.fargate.cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.fabric8.kubernetes.client..", "io.javaoperatorsdk.."))
                .check(PRODUCT);
    }

    @Test
    void the_product_has_no_branch_for_the_simulator() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.fargate.simulator.."))
                .check(PRODUCT);
    }

    @Test
    void nothing_waits_by_sleeping_but_the_delay_that_the_simulator_is_told_to_make() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fargate.simulator.fault..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(ALL);
    }

    @Test
    void time_is_an_Instant_and_text_goes_to_the_log() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Date.class).check(PRODUCT);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PRODUCT);
    }

    @Test
    void a_class_is_named_for_what_it_knows() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(ALL);
    }

    private static String packages(String name) {
        return "dev.fargate." + name + "..";
    }
}
