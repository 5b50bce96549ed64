// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes values that may be absent, close together. {@link WordIn} reads them. */
final class WordOut {
    private byte[] bytes = new byte[256];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void octets(byte[] value) {
        count(value.length);
        plain(value);
    }

    /** Without its length. */
    void plain(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** Takes all of another, with its length; that is empty then. */
    void octets(WordOut other) {
        count(other.size);
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
        other.size = 0;
    }

    /** Seven bits an octet, the lowest first. */
    void count(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet(((int) rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** A number that may be negative. */
    void number(long value) {
        count((value << 1) ^ (value >> 63));
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    void flagOrNull(@Nullable Boolean value) {
        octet(value == null ? 2 : value ? 1 : 0);
    }

    void text(String value) {
        octets(value.getBytes(StandardCharsets.UTF_8));
    }

    void textOrNull(@Nullable String value) {
        orNull(value, this::text);
    }

    void numberOrNull(@Nullable Integer value) {
        orNull(value, whole -> number(whole));
    }

    void time(Instant value) {
        number(value.getEpochSecond());
        count(value.getNano());
    }

    void timeOrNull(@Nullable Instant value) {
        orNull(value, this::time);
    }

    void length(Duration value) {
        number(value.getSeconds());
        count(value.getNano());
    }

    <T> void orNull(@Nullable T value, Consumer<T> write) {
        flag(value != null);
        if (value != null) {
            write.accept(value);
        }
    }

    <T> void all(Collection<T> values, Consumer<T> write) {
        count(values.size());
        values.forEach(write);
    }

    <K, V> void all(Map<K, V> values, BiConsumer<K, V> write) {
        count(values.size());
        values.forEach(write);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
        }
    }
}
