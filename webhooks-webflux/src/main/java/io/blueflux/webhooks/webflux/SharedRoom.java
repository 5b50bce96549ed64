// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

/**
 * What the bodies of many servers hold together. None takes more than it leaves free: one that floods takes half, two take
 * a third each, and whoever comes next always finds room.
 */
final class SharedRoom {
    private final long bound;
    private long held;

    SharedRoom(long bound) {
        this.bound = bound;
    }

    /** Returns what one server takes its bytes from. */
    Room part() {
        return new Part();
    }

    synchronized long now() {
        return held;
    }

    private final class Part implements Room {
        private long mine;

        @Override
        public long most() {
            return bound / 2;
        }

        @Override
        public boolean take(int bytes) {
            synchronized (SharedRoom.this) {
                if (mine + bytes > bound - held - bytes) {
                    return false;
                }
                mine += bytes;
                held += bytes;
                return true;
            }
        }

        @Override
        public void give(int bytes) {
            synchronized (SharedRoom.this) {
                mine -= bytes;
                held -= bytes;
            }
        }
    }
}
