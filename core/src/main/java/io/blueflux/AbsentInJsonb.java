// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON-B leave out a type's values. Where there is no JSON-B, this says nothing. It stands between, since javac warns of an
 * annotation with a member at the type itself wherever that type is used without the annotation's jar.
 */
@Retention(RetentionPolicy.RUNTIME)
@JsonbTypeAdapter(AbsentInJsonb.Adapter.class)
@interface AbsentInJsonb {

    /** Writes and reads nothing. */
    final class Adapter implements JsonbAdapter<Confidential, String> {
        @Override
        public @Nullable String adaptToJson(Confidential value) {
            return null;
        }

        @Override
        public @Nullable Confidential adaptFromJson(String text) {
            return null;
        }
    }
}
