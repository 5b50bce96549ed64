// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Element;

/** The decoders of calls that are made by their names: whatever is answered, whole. */
public final class TreeDecoders {

    private TreeDecoders() {}

    /**
     * Decodes the answer of a call that is known by name only: any root, whole.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<Element> tree(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> new TreeAnswer(true));
    }

    /**
     * Decodes the answer of a call that is made by its name although we know it: any root but that of the version, whole.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<Element> treeOfCall(AnswerContext context) {
        return new AnswerDecoder<>(context, false, out -> new TreeAnswer(false));
    }
}
