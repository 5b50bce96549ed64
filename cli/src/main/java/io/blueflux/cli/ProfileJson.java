// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbVersion;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.profile.Finding;
import io.blueflux.profile.ServerProfile;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server's profile as JSON. Algorithms are written as {@code --algorithm} takes them. */
final class ProfileJson {
    private ProfileJson() {}

    static JsonObject of(ServerProfile profile) {
        return new JsonObject()
                .put("version", text(profile.version()))
                .put("oldest", text(profile.oldest()))
                .put("balancer", profile.balancer().text())
                .put("checksums", checksums(profile))
                .put("strongest", word(profile.strongest()))
                .put("formPost", profile.formPost().toString())
                .put("paging", profile.paging().toString())
                .put("hooks", profile.hooks().toString())
                .put("hooksAlgorithm", word(profile.hooksAlgorithm()))
                .put("urlBudget", profile.urlBudget())
                .put(
                        "findings",
                        profile.findings().stream().map(ProfileJson::finding).toList());
    }

    private static Map<String, Object> checksums(ServerProfile profile) {
        JsonObject json = new JsonObject();
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            json.put(word(algorithm), profile.accepts(algorithm).toString());
        }
        return json.members();
    }

    private static Map<String, Object> finding(Finding finding) {
        return new JsonObject()
                .put("kind", word(finding.kind()))
                .put("text", finding.text())
                .members();
    }

    private static @Nullable String text(@Nullable BbbVersion version) {
        return version == null ? null : version.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
