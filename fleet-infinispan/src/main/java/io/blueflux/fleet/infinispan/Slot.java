// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterWord;
import org.infinispan.distribution.ch.impl.HashFunctionPartitioner;

/** Where a word stands in the grid: the newest of its kind, its key and, if it is not kept, its teller replaces the one before. */
final class Slot {
    static final char HEAD = 'h';
    static final char BODY = 'b';
    static final char MEMBER = 'm';
    static final char MARKS = 'k';
    static final char CLAIM = 'c';
    static final char LATER = 'l';
    static final char SOON = 's';
    /** That a member is there, and by which format it tells. */
    static final char HERE = 'f';

    static final int LONGEST_KEY = 4096;
    private static final char SEPARATOR = '\n';

    private Slot() {}

    static String of(char kind, String key) {
        return kind + key;
    }

    static String of(ClusterWord word, String self) {
        char kind = kind(word);
        return word.lasts() ? of(kind, word.key()) : kind + word.key() + SEPARATOR + self;
    }

    /** Of the meetings that a member told: another's do not replace them, to which its views refer. */
    static String ofBody(String key, String self) {
        return BODY + key + SEPARATOR + self;
    }

    private static char kind(ClusterWord word) {
        if (word instanceof ClusterWord.View) {
            return HEAD;
        }
        if (word instanceof ClusterWord.Member) {
            return MEMBER;
        }
        if (word instanceof ClusterWord.Marks) {
            return MARKS;
        }
        if (word instanceof ClusterWord.Claim) {
            return CLAIM;
        }
        return word instanceof ClusterWord.Later ? LATER : SOON;
    }

    static char kind(String slot) {
        return slot.isEmpty() ? ' ' : slot.charAt(0);
    }

    /** Of a slot of a word that is kept. */
    static String key(String slot) {
        int end = slot.indexOf(SEPARATOR);
        return slot.substring(1, end < 0 ? slot.length() : end);
    }

    static boolean isKept(String slot) {
        return switch (kind(slot)) {
            case CLAIM, LATER, SOON -> false;
            default -> true;
        };
    }

    /** What is common to all slots of a key. */
    private static String keyToHash(String slot) {
        return slot.isEmpty() ? slot : key(slot);
    }

    /** All words of a key are in one segment, so that those of a member come in the order in which they were told. */
    public static final class Segment extends HashFunctionPartitioner {
        /** For the grid, which makes its own. */
        public Segment() {}

        @Override
        public int getSegment(Object slot) {
            return super.getSegment(slot instanceof String text ? keyToHash(text) : slot);
        }
    }
}
