// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.reactivestreams.Publisher;

@AnalyzeClasses(packages = "io.blueflux.webhooks.webflux", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyOneClassSeesSpring = noClasses()
            .that()
            .doNotHaveSimpleName("SpringWebhooks")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule onlyOneClassSeesNetty = noClasses()
            .that()
            .doNotHaveSimpleName("NettyWebhooks")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "reactor.netty..");

    @ArchTest
    static final ArchRule nothingBlocksOrSubscribes = noClasses()
            .should()
            .callMethodWhere(
                    JavaCall.Predicates.target(HasName.Predicates.nameMatching("block.*|toIterable|toStream|subscribe"))
                            .and(onPublisher()))
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    private static DescribedPredicate<JavaCall<?>> onPublisher() {
        return DescribedPredicate.describe(
                "on a publisher", call -> call.getTargetOwner().isAssignableTo(Publisher.class));
    }
}
