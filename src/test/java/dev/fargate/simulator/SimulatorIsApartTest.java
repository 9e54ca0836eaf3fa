package dev.fargate.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A simulator that shared code with the product would share its mistakes. */
class SimulatorIsApartTest {
    // The names of what is used are enough; reading those classes too would take seconds.
    private static final JavaClasses SIMULATOR = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPackages("dev.fargate.simulator");
    });

    @Test
    void theSimulatorUsesNoClassOfTheProduct() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.fargate..").and(not(resideInAPackage("dev.fargate.simulator.."))))
                .check(SIMULATOR);
    }

    @Test
    void theDomainsKnowNeitherHttpNorMoto() {
        noClasses()
                .that()
                .resideInAPackage("dev.fargate.simulator.ecs..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.sun.net..")
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("dev.fargate.simulator..")
                                .and(not(resideInAPackage("dev.fargate.simulator.ecs..")))))
                .check(SIMULATOR);
        noClasses()
                .that()
                .resideInAPackage("dev.fargate.simulator.scheduler..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.sun.net..")
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("dev.fargate.simulator..")
                                .and(not(resideInAnyPackage(
                                        "dev.fargate.simulator.ecs..", "dev.fargate.simulator.scheduler..")))))
                .check(SIMULATOR);
    }
}
