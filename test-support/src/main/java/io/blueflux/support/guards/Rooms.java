// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rooms of a package, told by the names of its classes, as the comment of the package has them: from the top down, each sees
 * what is below it and nothing above. Names are regular expressions; a class that fits none fails the rules.
 */
public final class Rooms {
    private final String place;
    private final List<String> rooms;

    private Rooms(String place, List<String> rooms) {
        this.place = place;
        this.rooms = rooms;
    }

    /**
     * Begins at the top.
     *
     * @param place the package, without those within it
     * @param door the names of the first room, whose classes may know each other: an interface whose builder ends in it
     * @return the one room
     */
    public static Rooms of(String place, String door) {
        return new Rooms(place, List.of(door));
    }

    /**
     * Adds a room that all of before are above.
     *
     * @param names the names of its classes
     * @return all of before, and this one
     */
    public Rooms above(String names) {
        return new Rooms(place, Stream.concat(rooms.stream(), Stream.of(names)).toList());
    }

    /**
     * Holds that nothing looks up.
     *
     * @return the rule
     */
    public ArchRule callsGoDown() {
        return ourClasses("are of the package", type -> true)
                .should(knowNone("of a room above", (type, used) -> floor(used) < floor(type)));
    }

    /**
     * Holds that no two classes know each other, nor several in a circle, but those of the door.
     *
     * @return the rule
     */
    public ArchRule noTwoClassesKnowEachOther() {
        return slices().assignedFrom(new ClassesAndTheDoor()).should().beFreeOfCycles();
    }

    /**
     * Holds that nothing else is public.
     *
     * @param names the names of what users import
     * @return the rule
     */
    public ArchRule onlyTheseArePublic(String names) {
        return ourClasses("are public and no one's member", Rooms::isPublic)
                .should()
                .haveNameMatching("\\Q" + place + ".\\E(" + names + ")");
    }

    /**
     * Holds that some know nothing of others, although these are below them.
     *
     * @param who the names of those who look
     * @param whom the names of those who are not seen
     * @return the rule
     */
    public ArchRule neverSees(String who, String whom) {
        return ourClasses("are named " + who, type -> outermost(type).matches(who))
                .should(knowNone(
                        "named " + whom, (type, used) -> outermost(used).matches(whom)));
    }

    private GivenClassesConjunction ourClasses(String description, Predicate<JavaClass> which) {
        return classes().that(describe(description, type -> isOurs(type) && which.test(type)));
    }

    private ArchCondition<JavaClass> knowNone(String description, BiPredicate<JavaClass, JavaClass> which) {
        return new ArchCondition<>("know none " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(used -> isOurs(target(used)) && which.test(type, target(used)))
                        .forEach(used -> events.add(SimpleConditionEvent.violated(type, used.getDescription())));
            }
        };
    }

    private static JavaClass target(Dependency used) {
        return used.getTargetClass().getBaseComponentType();
    }

    private int floor(JavaClass type) {
        String name = outermost(type);
        return IntStream.range(0, rooms.size())
                .filter(room -> name.matches(rooms.get(room)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " fits no room: name it by what it is of"));
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(place) && !type.getSimpleName().equals("package-info");
    }

    private static boolean isPublic(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
    }

    /** A slice for each class with those within it; the door is one. */
    private final class ClassesAndTheDoor implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass typeOrArray) {
            JavaClass type = typeOrArray.getBaseComponentType();
            if (!isOurs(type)) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(floor(type) == 0 ? "the door" : outermost(type));
        }

        @Override
        public String getDescription() {
            return "classes of " + place;
        }
    }
}
