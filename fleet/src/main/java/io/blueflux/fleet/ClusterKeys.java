// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import java.util.HexFormat;

/** What a server is called among the members of a cluster: by its name, and so that another URL is another server. */
final class ClusterKeys {
    private static final int MARK = 9;

    private ClusterKeys() {}

    static String of(BbbServer server) {
        return server.name()
                + ' '
                + HexFormat.of().toHexDigits(NameHash.of(server.baseUrl().toString()));
    }

    /** Returns the server's name. */
    static String name(String key) {
        return key.length() < MARK ? key : key.substring(0, key.length() - MARK);
    }
}
