// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.support.guards.PublicTypes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds every public type of ours that an answer, an event or a snapshot can hold: what the client and the fleet return, what these
 * are made of, and every record beside them.
 */
final class AnswerTypes {
    private final Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

    private AnswerTypes() {}

    static Set<Class<?>> all() throws IOException, URISyntaxException {
        AnswerTypes types = new AnswerTypes();
        types.returnedBy(BbbClient.class);
        types.returnedBy(BbbFleet.class);
        Stream.of(
                        PublicTypes.of(BbbServer.class, "io/blueflux/(error|model|profile|sign|webhook)"),
                        PublicTypes.of(BbbClient.class, "io/blueflux/reactor"),
                        PublicTypes.of(BbbFleet.class, "io/blueflux/fleet"))
                .flatMap(classes -> classes)
                .filter(AnswerTypes::isPublic)
                .filter(Class::isRecord)
                .forEach(types::add);
        return types.found;
    }

    private void returnedBy(Class<?> api) {
        Stream.of(api.getMethods()).map(Method::getGenericReturnType).forEach(this::add);
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            add(generic.getRawType());
            Stream.of(generic.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("io.blueflux.") && isValue(plain)) {
            if (found.add(plain)) {
                contents(plain);
            }
        }
    }

    private void contents(Class<?> type) {
        if (type.isRecord()) {
            Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::add);
        } else if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(this::add);
        }
    }

    /** Interfaces that do something, and what builds, are no values; words are checked by themselves. */
    private static boolean isValue(Class<?> type) {
        return !type.isEnum()
                && (!type.isInterface() || type.isSealed())
                && !type.getSimpleName().endsWith("Builder");
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
