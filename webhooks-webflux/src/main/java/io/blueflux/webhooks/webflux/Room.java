// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

/** Where bodies take the bytes that they hold, and give them back. Thread-safe. */
interface Room {
    /** The most that there ever is. */
    long most();

    /** Takes so many bytes, or none. */
    boolean take(int bytes);

    void give(int bytes);
}
