// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.blueflux.model.Element;

@AnalyzeClasses(packages = "io.blueflux", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule SEES_ONLY_ITS_FEW_DEPENDENCIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.blueflux..",
                    "java..",
                    "javax.crypto..",
                    "javax.xml.stream..",
                    "com.fasterxml.aalto..",
                    "org.codehaus.stax2..",
                    "com.fasterxml.jackson.annotation..",
                    "com.fasterxml.jackson.core..",
                    "jakarta.json.bind..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule ONLY_THE_PUMP_SEES_THE_PARSER = noClasses()
            .that()
            .haveNameNotMatching("io\\.blueflux\\.xml\\.(XmlPump|XmlReaders|XmlTokens|DocumentScanner)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.aalto..", "org.codehaus.stax2..", "javax.xml..");

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_SEES_THE_JSON_PARSER = noClasses()
            .that()
            .resideOutsideOfPackage("io.blueflux.json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("io.blueflux.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TOKENS_KNOW_NO_ANSWER = classes()
            .that()
            .resideInAPackage("io.blueflux.xml")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.blueflux.xml", "io.blueflux.value")
                    .or(belongToAnyOf(AnswerLimits.class, Element.class))
                    .or(not(resideInAPackage("io.blueflux.."))));

    @ArchTest
    static final ArchRule WHAT_IS_ASKED_KNOWS_NO_ANSWER = noClasses()
            .that()
            .resideInAnyPackage("io.blueflux.parameter", "io.blueflux.body", "io.blueflux.request", "io.blueflux.sign")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.blueflux.xml", "io.blueflux.answer", "io.blueflux.endpoint");

    @ArchTest
    static final ArchRule THE_TABLE_KNOWS_NO_REQUEST = noClasses()
            .that()
            .resideInAPackage("io.blueflux.parameter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.blueflux.body", "io.blueflux.request", "io.blueflux.sign");

    @ArchTest
    static final ArchRule BODIES_KNOW_NO_REQUEST = noClasses()
            .that()
            .resideInAPackage("io.blueflux.body")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.blueflux.request", "io.blueflux.sign");

    @ArchTest
    static final ArchRule REQUESTS_KNOW_NO_SIGNATURE = noClasses()
            .that()
            .resideInAPackage("io.blueflux.request")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.blueflux.sign");

    @ArchTest
    static final ArchRule ANSWERS_KNOW_NO_SIGNATURE = noClasses()
            .that()
            .resideInAnyPackage("io.blueflux.xml", "io.blueflux.answer", "io.blueflux.model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.blueflux.sign", "io.blueflux.endpoint");

    @ArchTest
    static final ArchRule WEBHOOKS_KNOW_NO_CALL = noClasses()
            .that()
            .resideInAPackage("io.blueflux.webhook")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.blueflux.parameter",
                    "io.blueflux.request",
                    "io.blueflux.xml",
                    "io.blueflux.answer",
                    "io.blueflux.endpoint");

    @ArchTest
    static final ArchRule VALUES_SEE_THE_ROOT_ALONE = noClasses()
            .that()
            .resideInAPackage("io.blueflux.value")
            .should()
            .dependOnClassesThat(resideInAPackage("io.blueflux.*..").and(not(resideInAPackage("io.blueflux.value"))));

    @ArchTest
    static final ArchRule ROOT_PACKAGE_SEES_NO_OTHER = noClasses()
            .that()
            .resideInAPackage("io.blueflux")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.blueflux.*..");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Object.class, "wait");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
