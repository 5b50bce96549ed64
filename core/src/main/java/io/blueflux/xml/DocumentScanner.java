// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import com.fasterxml.aalto.async.AsyncByteArrayScanner;
import com.fasterxml.aalto.in.ReaderConfig;

/** The parser's scanner. Between two tokens it can be moved past bytes that need no parser. */
final class DocumentScanner extends AsyncByteArrayScanner {

    DocumentScanner(ReaderConfig config) {
        super(config);
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
