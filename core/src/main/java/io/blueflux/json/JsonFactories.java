// SPDX-License-Identifier: Apache-2.0
package io.blueflux.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;

/** Makes factories of parsers. Names come from strangers: they are neither interned nor kept in a table. */
final class JsonFactories {
    private JsonFactories() {}

    static JsonFactoryBuilder builder() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES);
    }
}
