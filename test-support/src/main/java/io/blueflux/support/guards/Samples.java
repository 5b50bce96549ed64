// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a value of any type: one of those given, a constant, or one made by a public constructor or factory from others. */
final class Samples {
    private static final int DEPTH = 4;

    private final Map<Class<?>, Object> known = new LinkedHashMap<>();
    private final List<Object> given;

    Samples(Object... given) {
        this.given = List.of(given);
        known.put(boolean.class, true);
        known.put(int.class, 1);
        known.put(long.class, 1L);
        known.put(double.class, 1d);
        known.put(byte.class, (byte) 1);
        known.put(char.class, 'a');
        Stream.of(given).forEach(value -> known.put(value.getClass(), value));
    }

    /** Returns whether a value of a type was given. */
    boolean isGiven(Class<?> type) {
        return given.stream().anyMatch(type::isInstance);
    }

    /** Returns a value of a type, or null if none can be made. */
    @Nullable
    Object of(Type type) {
        return of(raw(type), DEPTH);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private @Nullable Object of(Class<?> type, int depth) {
        for (Map.Entry<Class<?>, Object> entry : known.entrySet()) {
            if (type == entry.getKey() || (type != Object.class && type.isInstance(entry.getValue()))) {
                return entry.getValue();
            }
        }
        Object made = type.isArray() ? Array.newInstance(type.getComponentType(), 0) : made(type, depth);
        if (made != null) {
            known.put(type, made);
        }
        return made;
    }

    private @Nullable Object made(Class<?> type, int depth) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Object.class) {
            return "object";
        }
        if (depth == 0) {
            return null;
        }
        Object made = Stream.of(type.getConstructors())
                .map(constructor -> called(constructor, depth))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
        if (made == null) {
            made = Stream.of(type, type.getDeclaringClass())
                    .filter(holder -> holder != null)
                    .flatMap(holder -> Stream.of(holder.getMethods()))
                    .filter(method ->
                            Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType()))
                    .map(method -> called(method, depth))
                    .filter(value -> value != null)
                    .findFirst()
                    .orElse(null);
        }
        if (made == null && type.isSealed()) {
            made = Stream.of(type.getPermittedSubclasses())
                    .map(permitted -> of(permitted, depth - 1))
                    .filter(value -> value != null)
                    .findFirst()
                    .orElse(null);
        }
        return made != null || !type.isInterface() || type.isSealed() ? made : proxy(type);
    }

    private @Nullable Object called(Executable code, int depth) {
        Object[] arguments = Stream.of(code.getGenericParameterTypes())
                .map(type -> of(raw(type), depth - 1))
                .toArray();
        try {
            return code instanceof Method method
                    ? method.invoke(null, arguments)
                    : ((Constructor<?>) code).newInstance(arguments);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return null; // another way may do
        }
    }

    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null);
    }
}
