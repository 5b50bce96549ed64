// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

/** As which kind of server a {@link SimulatedServer} answers. */
public enum SimulatorProfile {
    /**
     * BBB 2.5: {@code offset} and {@code limit} of getRecordings are ignored, neither getJoinUrl nor sendChatMessage
     * exist, every error of join is a redirect, long counts in lists are grouped ({@code 1,000}), a form POST without
     * any query is signed by its sorted parameters, and webhooks are of version 2: SHA-1 only, numeric hook IDs.
     */
    BBB_2_5,
    /**
     * BBB 3.0, the default: pages of recordings with {@code totalElements}, addresses of GraphQL in the version,
     * content types of bodies are checked, a waiting guest shows in {@code guestStatus} alone, join errors that depend
     * on the meeting honour {@code redirect=false}, and webhooks are of version 3.4.
     */
    BBB_3_0,
    /**
     * Scalelite in front of a BBB server: indented XML of type {@code application/xml}, {@code unsupportedRequest} for
     * every call that it does not know, no SHA-384, its own view of recordings, and a redirect to a server for each
     * join.
     */
    SCALELITE
}
