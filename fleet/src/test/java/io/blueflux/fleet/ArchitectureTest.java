// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.reactivestreams.Publisher;

@AnalyzeClasses(packages = "io.blueflux.fleet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching(
                            "block|blockFirst|blockLast|blockOptional|toIterable|toStream"))
                    .and(onPublisher()))
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule onlyTheDriverSubscribes = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.blueflux.fleet.RosterDriver")
            .and()
            .doNotHaveFullyQualifiedName("io.blueflux.fleet.HostWall") // an operator, which passes a subscriber on
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("subscribe"))
                    .and(onPublisher()));

    @ArchTest
    static final ArchRule onlyTheMicrometerPackageSeesMicrometer = noClasses()
            .that()
            .resideOutsideOfPackage("io.blueflux.fleet.micrometer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.blueflux.fleet.micrometer");

    @ArchTest
    static final ArchRule theFleetKnowsNoPlacement = noClasses()
            .that()
            .resideOutsideOfPackages("io.blueflux.fleet.placement", "io.blueflux.fleet.micrometer") // meters of it
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.blueflux.fleet.placement");

    @ArchTest
    static final ArchRule noSpringNoInternals = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "reactor.netty.internal..",
                    "io.netty.util.internal..",
                    "io.blueflux.answer..",
                    "io.blueflux.xml..",
                    "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule onlyWhoPassesCallsOnSeesTheirRows = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.blueflux.fleet.ClientOfName")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.blueflux.endpoint..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.blueflux.(**)").should().beFreeOfCycles();

    private static DescribedPredicate<JavaCall<?>> onPublisher() {
        return DescribedPredicate.describe(
                "on a publisher", call -> call.getTargetOwner().isAssignableTo(Publisher.class));
    }
}
