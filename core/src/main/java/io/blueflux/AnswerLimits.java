// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

/**
 * The bounds on an answer, counted after decompression. An answer over a bound ends in a
 * {@code LimitExceededException}; what was complete before is delivered. Immutable.
 *
 * <p>What makes parsers slow has bounds that cannot be set, far above what any server writes: {@code nameLength},
 * {@code attributes} and {@code namespaces}, which are {@link #NAME_LENGTH}, {@link #ATTRIBUTES} and {@link #NAMESPACES}.
 *
 * @param answerBytes the most bytes of an answer that is one value, for example getMeetingInfo or a page of recordings, whose
 *     recordings take at most four times as much memory; 64 MiB by default
 * @param listBytes the most bytes of an answer that is streamed item by item, for example getMeetings; 1 GiB by default
 * @param itemBytes the most bytes of one item of a list, or of one tag or text outside the items, or of an answer in JSON;
 *     16 MiB by default
 * @param textLength the most characters of one text or attribute value; 1,048,576 by default
 * @param depth how deep elements may be nested; 32 by default
 * @param unknownNames how many different element and attribute names outside the API's own an answer in XML may hold
 *     (metadata and customdata names count); 1,000 by default
 * @param unknownElements how many elements that Blueflux has no field for an item may hold, or an answer outside its items;
 *     their attributes and members of JSON count; 100,000 by default
 */
public record AnswerLimits(
        long answerBytes,
        long listBytes,
        long itemBytes,
        int textLength,
        int depth,
        int unknownNames,
        int unknownElements) {

    /** The most bytes of the name of an element, attribute or instruction in XML, with its prefix, or characters of one in JSON. */
    public static final int NAME_LENGTH = 1_023;

    /** The most attributes of one tag, namespaces not counted. */
    public static final int ATTRIBUTES = 200;

    /** The most prefixes that one answer may declare namespaces for. */
    public static final int NAMESPACES = 100;

    /** The defaults named above. */
    public static final AnswerLimits DEFAULT =
            new AnswerLimits(64L << 20, 1L << 30, 16L << 20, 1 << 20, 32, 1_000, 100_000);

    /**
     * Checks that no bound is below one.
     *
     * @throws IllegalArgumentException naming the bound that is
     */
    public AnswerLimits {
        atLeastOne(answerBytes, "answerBytes");
        atLeastOne(listBytes, "listBytes");
        atLeastOne(itemBytes, "itemBytes");
        atLeastOne(textLength, "textLength");
        atLeastOne(depth, "depth");
        atLeastOne(unknownNames, "unknownNames");
        atLeastOne(unknownElements, "unknownElements");
    }

    /**
     * Returns these limits with another {@link #answerBytes()}.
     *
     * @param bytes the new bound
     * @return a copy
     */
    public AnswerLimits withAnswerBytes(long bytes) {
        return new AnswerLimits(bytes, listBytes, itemBytes, textLength, depth, unknownNames, unknownElements);
    }

    /**
     * Returns these limits with another {@link #listBytes()}.
     *
     * @param bytes the new bound
     * @return a copy
     */
    public AnswerLimits withListBytes(long bytes) {
        return new AnswerLimits(answerBytes, bytes, itemBytes, textLength, depth, unknownNames, unknownElements);
    }

    /**
     * Returns these limits with another {@link #itemBytes()}.
     *
     * @param bytes the new bound
     * @return a copy
     */
    public AnswerLimits withItemBytes(long bytes) {
        return new AnswerLimits(answerBytes, listBytes, bytes, textLength, depth, unknownNames, unknownElements);
    }

    /**
     * Returns these limits with another {@link #textLength()}.
     *
     * @param characters the new bound
     * @return a copy
     */
    public AnswerLimits withTextLength(int characters) {
        return new AnswerLimits(answerBytes, listBytes, itemBytes, characters, depth, unknownNames, unknownElements);
    }

    /**
     * Returns these limits with another {@link #depth()}.
     *
     * @param elements the new bound
     * @return a copy
     */
    public AnswerLimits withDepth(int elements) {
        return new AnswerLimits(answerBytes, listBytes, itemBytes, textLength, elements, unknownNames, unknownElements);
    }

    /**
     * Returns these limits with another {@link #unknownNames()}.
     *
     * @param names the new bound
     * @return a copy
     */
    public AnswerLimits withUnknownNames(int names) {
        return new AnswerLimits(answerBytes, listBytes, itemBytes, textLength, depth, names, unknownElements);
    }

    /**
     * Returns these limits with another {@link #unknownElements()}.
     *
     * @param elements the new bound
     * @return a copy
     */
    public AnswerLimits withUnknownElements(int elements) {
        return new AnswerLimits(answerBytes, listBytes, itemBytes, textLength, depth, unknownNames, elements);
    }

    private static void atLeastOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }
}
