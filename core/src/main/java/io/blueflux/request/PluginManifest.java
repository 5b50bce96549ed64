// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.model.JsonValue;
import io.blueflux.parameter.ParameterRule;
import io.blueflux.value.Blot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that the client loads; an item of {@code pluginManifests} (BBB API, "create"). BBB 3.0 and later.
 *
 * @param url {@code url}: where its manifest is
 * @param checksum {@code checksum}: of its code, by which the server refuses other code; null for none
 */
public record PluginManifest(String url, @Nullable String checksum) {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException naming the part and the rule it breaks
     */
    public PluginManifest {
        Objects.requireNonNull(url, "url");
        Part.check(ParameterRule.HTTP_URL, "a plugin's url", url);
        if (checksum != null) {
            Part.check(ParameterRule.WORD, "a plugin's checksum", checksum);
        }
    }

    /**
     * Makes a manifest whose code is not compared with a checksum.
     *
     * @param url where it is
     * @return the manifest
     * @throws IllegalArgumentException if this is no URL
     */
    public static PluginManifest of(String url) {
        Objects.requireNonNull(url, "url");
        return new PluginManifest(url, null);
    }

    JsonValue json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("url", new JsonValue.Scalar(url, true));
        if (checksum != null) {
            members.put("checksum", new JsonValue.Scalar(checksum, true));
        }
        return new JsonValue.Members(members);
    }

    /** Returns the parts; what may be a secret of the user's own in the URL is blotted. */
    @Override
    public String toString() {
        return "PluginManifest[url=" + Blot.ofUrl(url) + ", checksum=" + checksum + "]";
    }
}
