// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.FleetMeeting;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The meetings of a view, deflated; told when they are others than before. Immutable. */
final class Body {
    private static final int LONGEST = 64 << 20;
    /** Deflate does not press more into a byte. */
    private static final int DENSEST = 1032;

    private final BodyHash hash;
    private final int length;
    private final byte[] deflated;

    private Body(BodyHash hash, int length, byte[] deflated) {
        this.hash = hash;
        this.length = length;
        this.deflated = deflated;
    }

    static Body of(BodyHash hash, byte[] meetings) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(meetings);
            deflater.finish();
            byte[] deflated = new byte[meetings.length / 4 + 64];
            int size = 0;
            while (!deflater.finished()) {
                if (size == deflated.length) {
                    deflated = Arrays.copyOf(deflated, size * 2);
                }
                size += deflater.deflate(deflated, size, deflated.length - size);
            }
            return new Body(hash, meetings.length, Arrays.copyOf(deflated, size));
        } finally {
            deflater.end();
        }
    }

    BodyHash hash() {
        return hash;
    }

    void write(WordOut out) {
        out.plain(hash.bytes());
        out.count(length);
        out.plain(deflated);
    }

    static Body read(WordIn in) {
        BodyHash hash = BodyHash.read(in);
        long length = in.count();
        byte[] deflated = in.rest();
        if (length < 0 || length > LONGEST || length > (deflated.length + 1L) * DENSEST) {
            throw new BrokenWordException("a view of " + length + " bytes");
        }
        return new Body(hash, (int) length, deflated);
    }

    /** Returns the meetings by their bytes; those whose bytes were there before are the same. */
    Map<ByteBuffer, FleetMeeting> meetings(Map<ByteBuffer, FleetMeeting> before) {
        Inflater inflater = new Inflater(true);
        try {
            byte[] meetings = new byte[length];
            inflater.setInput(deflated);
            int size = 0;
            while (size < length && !inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                size += inflater.inflate(meetings, size, length - size);
            }
            if (size < length || inflater.inflate(new byte[1]) > 0) {
                throw new BrokenWordException("a view of another length than it says");
            }
            return MeetingsCode.read(meetings, before);
        } catch (DataFormatException e) {
            throw new BrokenWordException("not deflated", e);
        } finally {
            inflater.end();
        }
    }

    /** Returns what it is of, without what is in it. */
    @Override
    public String toString() {
        return hash + ", " + length + " bytes";
    }
}
