// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.ApiCall;
import java.lang.reflect.Field;
import java.util.stream.Stream;

/** The rows of the catalogue that are named as calls are: one for each call. */
public final class Rows {
    private Rows() {}

    public static Stream<Endpoint<?>> all() {
        return Stream.of(ApiCall.class.getFields()).map(Field::getName).map(Rows::named);
    }

    private static Endpoint<?> named(String name) {
        try {
            return (Endpoint<?>) Endpoints.class.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no row of this name: " + name, e);
        }
    }
}
