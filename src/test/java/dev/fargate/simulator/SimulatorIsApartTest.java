package dev.fargate.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A simulator that shared code with the product would share its mistakes. */
class SimulatorIsApartTest {
    @Test
    void theSimulatorUsesNoClassOfTheProduct() {
        noClasses()
                .that()
                .resideInAPackage("dev.fargate.simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.fargate..").and(not(resideInAPackage("dev.fargate.simulator.."))))
                .check(new ClassFileImporter().importPackages("dev.fargate"));
    }

    @Test
    void theDomainKnowsNeitherHttpNorMoto() {
        noClasses()
                .that()
                .resideInAPackage("dev.fargate.simulator.ecs..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.sun.net..")
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("dev.fargate.simulator..")
                                .and(not(resideInAPackage("dev.fargate.simulator.ecs..")))))
                .check(new ClassFileImporter().importPackages("dev.fargate.simulator.ecs"));
    }
}
