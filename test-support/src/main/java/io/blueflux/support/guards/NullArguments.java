// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes null to each argument of public code that may not be null, the others being samples: what comes of it must be a
 * {@code NullPointerException} that names the parameter, by its name in the code or by one that users know it by: a setter's
 * own name is one. Of a variable number of arguments each must be there.
 */
public final class NullArguments {
    private final Set<String> names;
    private final Samples samples;
    private final List<String> faults = new ArrayList<>();

    /**
     * Makes a check.
     *
     * @param names other names by which a message may name a parameter
     * @param samples values of the types that cannot be made from their parts
     */
    public NullArguments(Set<String> names, Object... samples) {
        this.names = Set.copyOf(names);
        this.samples = new Samples(samples);
    }

    /**
     * Checks the public constructors and methods of public types.
     *
     * @param types the types
     * @return what does not name its missing argument, a line each
     */
    public List<String> faults(Stream<Class<?>> types) {
        types.filter(NullArguments::isPublic).forEach(this::check);
        return List.copyOf(faults);
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    private void check(Class<?> type) {
        for (Constructor<?> constructor : type.getConstructors()) {
            check(constructor, null);
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean ours = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && !isOfObject(method);
            if (ours && Modifier.isStatic(method.getModifiers())) {
                check((Executable) method, null);
            } else if (ours && method.getParameterCount() > 0 && isOurCode(method, type)) {
                check(method, type);
            }
        }
    }

    /** What users implement is theirs, unless a sample stands for ours. */
    private boolean isOurCode(Method method, Class<?> type) {
        return !Modifier.isAbstract(method.getModifiers()) || samples.isGiven(type);
    }

    private void check(Method method, Class<?> type) {
        Object target = samples.of(type);
        if (target == null) {
            faults.add(type.getName() + ": no sample");
        } else {
            check((Executable) method, target);
        }
    }

    private static boolean isOfObject(Method method) {
        return method.getName().equals("equals") || method.getName().equals("valueOf");
    }

    private void check(Executable code, @Nullable Object target) {
        Parameter[] parameters = code.getParameters();
        AnnotatedType[] types = code.getAnnotatedParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].getType().isPrimitive() && !types[i].isAnnotationPresent(Nullable.class)) {
                Object[] arguments = Stream.of(code.getGenericParameterTypes())
                        .map(samples::of)
                        .toArray();
                arguments[i] = null;
                check(code, target, arguments, parameters[i].getName());
                if (parameters[i].isVarArgs()) {
                    arguments[i] = Array.newInstance(parameters[i].getType().getComponentType(), 1);
                    check(code, target, arguments, parameters[i].getName());
                }
            }
        }
    }

    private void check(Executable code, @Nullable Object target, Object[] arguments, String name) {
        String where = code.getDeclaringClass().getName() + "." + code.getName() + "(" + name + ")";
        try {
            if (code instanceof Method method) {
                method.invoke(target, arguments);
            } else if (code instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            }
            faults.add(where + " takes null");
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (!(thrown instanceof NullPointerException) || !isName(code, name, thrown.getMessage())) {
                faults.add(where + " says " + thrown);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            faults.add(where + " cannot be checked: " + e);
        }
    }

    private boolean isName(Executable code, String parameter, @Nullable String message) {
        return message != null
                && (message.equals(parameter)
                        || names.contains(message)
                        || code.getName().equals(message)
                        || code.getName().equalsIgnoreCase("with" + message));
    }
}
