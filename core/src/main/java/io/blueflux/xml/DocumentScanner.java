// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import com.fasterxml.aalto.async.AsyncByteArrayScanner;
import com.fasterxml.aalto.in.ReaderConfig;
import javax.xml.stream.XMLStreamException;

/**
 * The parser, without the StAX reader in front of it. Between two tokens it can be moved past bytes that need no parser. Not
 * to be used after the end tag of the root.
 */
final class DocumentScanner extends AsyncByteArrayScanner {
    /** No token is whole before the next chunk. */
    static final int INCOMPLETE = EVENT_INCOMPLETE;

    private boolean inRoot;

    DocumentScanner(ReaderConfig config) {
        super(config);
    }

    /** Reads a token. Returns its kind, or {@link #INCOMPLETE}. */
    int next() throws XMLStreamException {
        if (inRoot) {
            return nextFromTree();
        }
        int event = nextFromProlog(true);
        inRoot = event == START_ELEMENT;
        return event;
    }

    /** Gives the buffers back for the next document, but not the names it met: the parser would keep them for ever. */
    void release() {
        _symbols = null;
        _releaseBuffers();
    }

    /** Whether the next byte begins a token within the root element. */
    boolean isBetweenTokens() {
        if (_pendingInput != 0 || _tokenIncomplete) {
            return false;
        }
        return switch (_currToken) {
            case EVENT_INCOMPLETE -> _nextEvent == EVENT_INCOMPLETE && _state == STATE_DEFAULT;
            case START_ELEMENT -> !_isEmptyTag;
            default -> true;
        };
    }

    /** Returns where in the chunk the next byte stands. */
    int index() {
        return _inputPtr;
    }

    void moveTo(int index) {
        _inputPtr = index;
    }
}
