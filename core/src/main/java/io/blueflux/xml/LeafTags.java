// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes around the text of a leaf without attributes. */
public final class LeafTags {
    private final byte[] start;
    private final byte[] end;

    LeafTags(String name) {
        start = ("<" + name + ">").getBytes(StandardCharsets.UTF_8);
        end = ("</" + name + ">").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns where the text begins, or -1 if something else stands there. */
    int afterStart(byte[] bytes, int at, int to) {
        return after(start, bytes, at, to);
    }

    /** Returns where the leaf has ended, or -1 if something else stands there. */
    int afterEnd(byte[] bytes, int at, int to) {
        return after(end, bytes, at, to);
    }

    private static int after(byte[] tag, byte[] bytes, int at, int to) {
        int after = at + tag.length;
        return after <= to && Arrays.equals(bytes, at, after, tag, 0, tag.length) ? after : -1;
    }
}
