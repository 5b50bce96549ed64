// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several listeners as one. */
final class ListenersOfAll {
    private ListenersOfAll() {}

    /**
     * Tells each of some listeners; one that throws keeps none of the others from hearing.
     *
     * @param type an interface whose methods return nothing
     * @param none what hears nothing
     */
    static <L> L of(Class<L> type, List<? extends L> listeners, L none) {
        return switch (listeners.size()) {
            case 0 -> none;
            case 1 -> listeners.get(0);
            default ->
                type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> method.getDeclaringClass() == Object.class
                                ? ofObject(self, method, arguments)
                                : tellAll(listeners, method, arguments)));
        };
    }

    private static @Nullable Object tellAll(List<?> listeners, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Throwable thrown = null;
        for (Object each : listeners) {
            try {
                method.invoke(each, arguments);
            } catch (InvocationTargetException e) {
                thrown = thrown == null ? e.getTargetException() : thrown;
            }
        }
        if (thrown != null) {
            throw thrown;
        }
        return null;
    }

    private static Object ofObject(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "listeners";
        };
    }
}
