// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.io.Serial;

/** The server's no to a call: becomes a FAILED envelope, or an error redirect of join. */
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String text;

    Refused(String key, String text) {
        super(key, null, false, false);
        this.key = key;
        this.text = text;
    }

    String key() {
        return key;
    }

    String text() {
        return text;
    }

    static Refused noSuchMeeting() {
        return new Refused("notFound", "A meeting with that ID does not exist");
    }

    static Refused badChecksum(String text) {
        return new Refused("checksumError", text);
    }
}
