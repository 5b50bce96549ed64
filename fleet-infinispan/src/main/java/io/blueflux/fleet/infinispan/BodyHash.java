// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells bodies apart. Immutable. */
final class BodyHash {
    private static final int LENGTH = 16;

    /** Of no meetings, for which no body is told. */
    static final BodyHash EMPTY = of(MeetingsCode.written(Map.of()));

    private final byte[] bytes;

    private BodyHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static BodyHash of(byte[] meetings) {
        try {
            return new BodyHash(
                    Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(meetings), LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    static BodyHash read(WordIn in) {
        return new BodyHash(in.plain(LENGTH));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BodyHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
