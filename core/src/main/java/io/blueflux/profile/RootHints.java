// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import io.blueflux.BbbVersion;
import io.blueflux.profile.Finding.Kind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the answer of the API's root gives away (BBB API, "Root"). */
final class RootHints {
    private static final BbbVersion FIRST_WITH_API_VERSION = BbbVersion.of("2.4");
    private static final BbbVersion FIRST_WITH_GRAPHQL = BbbVersion.of("3.0");
    private static final List<String> OF_BBB_3 =
            List.of("graphqlWebsocketUrl", "graphqlApiUrl", "html5PluginSdkVersion");

    private RootHints() {}

    static void learn(
            ServerProfile.Builder profile,
            @Nullable String apiVersion,
            @Nullable String bbbVersion,
            Collection<String> others) {
        brand(profile, others);
        BbbVersion revealed = BbbVersion.parse(bbbVersion);
        if (revealed != null) {
            profile.version(revealed).finding(Kind.SEEN, "the root says bbbVersion " + revealed);
            return;
        }
        profile.finding(Kind.SEEN, "the root does not reveal bbbVersion");
        oldest(profile, apiVersion != null, others);
    }

    private static void brand(ServerProfile.Builder profile, Collection<String> others) {
        if (others.contains("build")) {
            profile.balancer(Balancer.SCALELITE).finding(Kind.GUESSED, "Scalelite, from the element build in the root");
        } else if (others.contains("info")) {
            profile.balancer(Balancer.BBBLB).finding(Kind.GUESSED, "bbblb, from the element info in the root");
        }
    }

    private static void oldest(ServerProfile.Builder profile, boolean hasApiVersion, Collection<String> others) {
        for (String name : OF_BBB_3) {
            if (others.contains(name)) {
                profile.atLeast(FIRST_WITH_GRAPHQL)
                        .finding(Kind.GUESSED, "BBB 3.0 or later, from the element " + name + " in the root");
                return;
            }
        }
        if (hasApiVersion && !others.contains("build") && !others.contains("info")) {
            profile.atLeast(FIRST_WITH_API_VERSION)
                    .finding(Kind.GUESSED, "BBB 2.4 or later, from the element apiVersion in the root");
        }
    }
}
