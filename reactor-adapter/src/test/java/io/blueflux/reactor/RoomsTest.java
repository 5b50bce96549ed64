// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;

/** The rooms of the client, told by names, as the comment of the package has them. */
@AnalyzeClasses(
        packages = "io.blueflux.reactor",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoHelpers.class})
class RoomsTest {
    private static final String PACKAGE = "io.blueflux.reactor.";

    /** From the top down. */
    private enum Room {
        DOOR("BbbClient(Builder)?|DefaultBbbClient"),
        MANY_CALLS("(FanOut|Recordings|Probe).+"),
        CALL("ClientCalls|Call(?!Timer|Listener).+|.+Call"),
        WIRE("ClientTransport|(Wire|Body).+|.+Reasons"),
        CLOCKS("RunningCalls|CallTimer"),
        VALUES("RetryPolicy|RedirectPolicy|FanOut|MeetingResult|CallListener|AnswerMeter"
                + "|ClientSettings|ClosedClient|ClientLog|Guarded");

        private final String names;

        Room(String names) {
            this.names = names;
        }

        static Room of(JavaClass type) {
            String name = outermost(type);
            return Stream.of(values())
                    .filter(room -> name.matches(room.names))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " fits no room: name it by what it is of"));
        }

        boolean isAbove(Room other) {
            return compareTo(other) < 0;
        }
    }

    @ArchTest
    static final ArchRule callsGoDown = classes()
            .that(DescribedPredicate.describe("are of the client", RoomsTest::isOurs))
            .should(useNothingAbove());

    @ArchTest
    static final ArchRule noTwoClassesKnowEachOther =
            slices().assignedFrom(new ClassesAndTheDoor()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyWhatUsersImportIsPublic = classes()
            .that(DescribedPredicate.describe("are public and no one's member", RoomsTest::isPublic))
            .should()
            .haveNameMatching("\\Q" + PACKAGE + "\\E(BbbClient|BbbClientBuilder|RetryPolicy|RedirectPolicy|FanOut"
                    + "|MeetingResult|CallListener|AnswerMeter)");

    private static boolean isPublic(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static ArchCondition<JavaClass> useNothingAbove() {
        return new ArchCondition<>("use nothing of a room above") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(RoomsTest::goesUp)
                        .forEach(used -> events.add(SimpleConditionEvent.violated(type, used.getDescription())));
            }
        };
    }

    private static boolean goesUp(Dependency used) {
        JavaClass target = used.getTargetClass().getBaseComponentType();
        return isOurs(target) && Room.of(target).isAbove(Room.of(used.getOriginClass()));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(PACKAGE) && !type.getSimpleName().equals("package-info");
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(PACKAGE.length()).replaceFirst("\\$.*", "");
    }

    /** A slice for each class with those within it; the door is one, since a client begins with its builder and ends as one. */
    private static final class ClassesAndTheDoor implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!isOurs(type)) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(Room.of(type) == Room.DOOR ? "the door" : outermost(type));
        }

        @Override
        public String getDescription() {
            return "classes of the client";
        }
    }
}
