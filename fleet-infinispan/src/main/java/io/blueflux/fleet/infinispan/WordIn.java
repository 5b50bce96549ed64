// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link WordOut} wrote. Of others' bytes nothing is believed: whatever does not fit in what is left is a
 * {@link BrokenWordException}, before room is made for it.
 */
final class WordIn {
    private static final long LONGEST_SECONDS = 1L << 32; // some hundred years, which nanoseconds hold
    private static final long HIGHEST_ORDINAL = 1L << 60;

    private final ByteBuffer bytes;
    private final @Nullable Map<String, String> texts;

    WordIn(byte[] bytes) {
        this(bytes, null);
    }

    /** Texts that are equal become the same. */
    WordIn(byte[] bytes, @Nullable Map<String, String> texts) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.texts = texts;
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    int octet() {
        need(1);
        return bytes.get() & 0xFF;
    }

    byte[] octets() {
        return plain(size());
    }

    byte[] plain(int length) {
        need(length);
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    byte[] rest() {
        return plain(bytes.remaining());
    }

    long count() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new BrokenWordException("a number is too long");
    }

    long number() {
        long value = count();
        return (value >>> 1) ^ -(value & 1);
    }

    boolean flag() {
        return octet() != 0;
    }

    @Nullable
    Boolean flagOrNull() {
        return switch (octet()) {
            case 0 -> false;
            case 1 -> true;
            default -> null;
        };
    }

    String text() {
        int length = size();
        String value = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return texts == null ? value : Objects.requireNonNullElse(texts.putIfAbsent(value, value), value);
    }

    /** A name or a key, which stay in memory for longer than a view. */
    String text(int atMost) {
        String value = text();
        if (value.length() > atMost) {
            throw new BrokenWordException("a text of " + value.length() + " characters, where " + atMost + " may be");
        }
        return value;
    }

    @Nullable
    String textOrNull() {
        return orNull(this::text);
    }

    int whole() {
        long value = number();
        if (value != (int) value) {
            throw new BrokenWordException("a number is too large");
        }
        return (int) value;
    }

    @Nullable
    Integer wholeOrNull() {
        return orNull(this::whole);
    }

    Instant time() {
        try {
            return Instant.ofEpochSecond(number(), nanos());
        } catch (DateTimeException e) {
            throw new BrokenWordException("no time", e);
        }
    }

    @Nullable
    Instant timeOrNull() {
        return orNull(this::time);
    }

    Duration length() {
        long seconds = number();
        if (Math.abs(seconds) > LONGEST_SECONDS) {
            throw new BrokenWordException("too long a time");
        }
        return Duration.ofSeconds(seconds, nanos());
    }

    /** A number that grows by one, and has room to. */
    long ordinal() {
        long value = number();
        if (Math.abs(value) > HIGHEST_ORDINAL) {
            throw new BrokenWordException("a number is too large");
        }
        return value;
    }

    <T> @Nullable T orNull(Supplier<T> read) {
        return flag() ? read.get() : null;
    }

    <T> List<T> list(Supplier<T> read) {
        int length = size();
        if (length == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(Math.min(length, 1024));
        for (int i = 0; i < length; i++) {
            values.add(read.get());
        }
        return Collections.unmodifiableList(values);
    }

    <K, V> Map<K, V> map(Supplier<K> key, Supplier<V> value) {
        int length = size();
        if (length == 0) {
            return Map.of();
        }
        Map<K, V> values = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            values.put(key.get(), value.get());
        }
        return Collections.unmodifiableMap(values);
    }

    private long nanos() {
        long nanos = count();
        if (nanos < 0 || nanos > 999_999_999) {
            throw new BrokenWordException("no fraction of a second");
        }
        return nanos;
    }

    /** Each thing takes an octet at least. */
    int size() {
        long size = count();
        if (size < 0 || size > bytes.remaining()) {
            throw new BrokenWordException("more is promised than there is");
        }
        return (int) size;
    }

    private void need(int length) {
        if (bytes.remaining() < length) {
            throw new BrokenWordException("it ends too early");
        }
    }
}
