// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, collected up to a bound of its own and one of all bodies. The server's thread fills it, a timer or a
 * cancellation may end it meanwhile.
 */
final class BoundedBody {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int bound;
    private final Room held;
    private boolean over;
    private int taken;
    private @Nullable Answer refusal;

    BoundedBody(int bound, Room held) {
        this.bound = bound;
        this.held = held;
    }

    /** Takes the next bytes; returns false, and takes nothing, if that is too much. */
    synchronized boolean add(byte[] chunk) {
        if (over) {
            return false;
        }
        if (chunk.length > bound - bytes.size()) {
            refusal = Answer.TOO_LARGE;
        } else if (!held.take(chunk.length)) {
            refusal = Answer.BUSY;
        } else {
            taken += chunk.length;
            write(chunk);
        }
        return refusal == null;
    }

    private void write(byte[] chunk) {
        try {
            bytes.writeBytes(chunk);
        } catch (OutOfMemoryError e) { // Reactor would let it out into the server's loop
            refusal = Answer.BUSY;
        }
    }

    /** Returns why it is not whole, null if it is. */
    synchronized @Nullable Answer refusal() {
        return refusal;
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Returns what it took, which is the events' from now on; none if the request has ended meanwhile. */
    synchronized int handOver() {
        int given = taken;
        taken = 0;
        return given;
    }

    /** Gives back what it took; nothing more is added. */
    synchronized void end() {
        over = true;
        held.give(taken);
        taken = 0;
    }
}
