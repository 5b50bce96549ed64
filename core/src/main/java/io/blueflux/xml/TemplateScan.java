// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/**
 * Reads without the parser what servers print again and again: white space that nobody wants, and the leaf that comes next
 * in their templates, if it is whole, without attributes, and its text plain ASCII. All else is left to the parser, which
 * would read the same of what is read here.
 */
final class TemplateScan {
    private TemplateScan() {}

    /** Hands the handler the leaves it expects. Returns where the parser goes on. */
    static int read(byte[] bytes, int from, int to, Handler handler, Text text) {
        int at = afterBlanks(bytes, from, to);
        for (LeafTags tags = handler.nextLeaf(); tags != null && at < to; tags = handler.nextLeaf()) {
            int end = afterLeaf(bytes, at, to, tags, text);
            if (end < 0) {
                break;
            }
            handler.nextLeaf(text);
            at = afterBlanks(bytes, end, to);
        }
        return at;
    }

    private static int afterLeaf(byte[] bytes, int at, int to, LeafTags tags, Text text) {
        int start = tags.afterStart(bytes, at, to);
        if (start < 0) {
            return -1;
        }
        int stop = text.readPlain(bytes, start, to);
        return tags.afterEnd(bytes, stop, to);
    }

    private static int afterBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Blanks.is(bytes[at])) {
            at++;
        }
        return at;
    }
}
