// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import org.reactivestreams.Publisher;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.MonoOperator;

@AnalyzeClasses(
        packages = "io.blueflux",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoHelpers.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .should()
            .callMethodWhere(JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                    "block|blockFirst|blockLast|blockOptional|toIterable|toStream"))
                    .and(onPublisher()))
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule onlyClosingWaits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.blueflux.reactor.Closing")
            .should()
            .callMethodWhere(JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                    "await|get|join|acquire|take"))
                    .and(onWhatWaits()));

    @ArchTest
    static final ArchRule onlyOperatorsSubscribe = noClasses()
            .that()
            .areNotAssignableTo(FluxOperator.class)
            .and()
            .areNotAssignableTo(MonoOperator.class)
            .and()
            .doNotHaveFullyQualifiedName("io.blueflux.reactor.Closing") // whoever calls close() subscribes to nothing
            .should()
            .callMethodWhere(JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("subscribe"))
                    .and(onPublisher()));

    @ArchTest
    static final ArchRule onlyTheJsonPackageSeesJackson = noClasses()
            .that()
            .resideOutsideOfPackage("io.blueflux.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule noSpringNoInternals = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor.netty.internal..", "io.netty.util.internal..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.blueflux.(**)").should().beFreeOfCycles();

    private static DescribedPredicate<JavaCall<?>> onPublisher() {
        return DescribedPredicate.describe(
                "on a publisher", call -> call.getTargetOwner().isAssignableTo(Publisher.class));
    }

    private static DescribedPredicate<JavaCall<?>> onWhatWaits() {
        List<Class<?>> types = List.of(
                CountDownLatch.class,
                Future.class,
                Thread.class,
                Semaphore.class,
                Condition.class,
                BlockingQueue.class);
        return DescribedPredicate.describe(
                "on what waits", call -> types.stream().anyMatch(call.getTargetOwner()::isAssignableTo));
    }

    /** The simulator and the guards are on the class path for the tests only. */
    static final class NoHelpers implements ImportOption {
        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location.contains("testkit/") && !location.contains("test-support");
        }
    }
}
