// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import java.io.ByteArrayOutputStream;

/** A request's body, collected up to a bound. */
final class BoundedBody {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int bound;
    private boolean whole = true;

    BoundedBody(int bound) {
        this.bound = bound;
    }

    /** Takes the next bytes; returns false, and takes nothing, if that is too much. */
    boolean add(byte[] chunk) {
        whole = chunk.length <= bound - bytes.size();
        if (whole) {
            bytes.writeBytes(chunk);
        }
        return whole;
    }

    boolean isWhole() {
        return whole;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
