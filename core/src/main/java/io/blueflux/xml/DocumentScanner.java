// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import com.fasterxml.aalto.async.AsyncByteArrayScanner;
import com.fasterxml.aalto.in.ElementScope;
import com.fasterxml.aalto.in.PName;
import com.fasterxml.aalto.in.ReaderConfig;
import com.fasterxml.aalto.util.XmlChars;
import io.blueflux.AnswerLimits;
import io.blueflux.value.LimitFault;
import javax.xml.stream.XMLStreamException;

/**
 * The parser, without the StAX reader in front of it. Between two tokens it can be moved past bytes that need no parser. What
 * would cost it more than linear time is bounded while a tag is unfinished, always at the same byte. Not to be used after the
 * end tag of the root.
 */
final class DocumentScanner extends AsyncByteArrayScanner {
    /** No token is whole before the next chunk. */
    static final int INCOMPLETE = EVENT_INCOMPLETE;

    private static final int MAX_QUADS = AnswerLimits.NAME_LENGTH / Integer.BYTES;

    /** Far more than any server has names, the API's own included: each takes memory, and time where hashes collide. */
    private static final int MAX_SYMBOLS = 1_000;

    private boolean inRoot;
    private int namespaceStart = -1;

    DocumentScanner(ReaderConfig config) {
        super(config);
        _activateEncoding();
        _state = STATE_DEFAULT; // the declaration was read before
    }

    /**
     * Reads a token. Returns its kind, or {@link #INCOMPLETE}.
     *
     * @throws LimitFault if a tag has too many attributes or namespaces
     */
    int next() throws XMLStreamException {
        if (inRoot) {
            forgetNames();
            return nextFromTree();
        }
        int event = nextFromProlog(true);
        inRoot = event == START_ELEMENT;
        return event;
    }

    /** Refuses a name that is too long, whether it is whole or not, and before it is told what else is wrong with it. */
    void checkName() {
        if (_quadCount > MAX_QUADS) {
            throw new LimitFault("nameLength", AnswerLimits.NAME_LENGTH);
        }
    }

    /** Whether a document type has begun. */
    boolean isInDocumentType() {
        return _nextEvent == DTD;
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

    /** An element was found without a prefix and without namespaces, which is not read here. */
    void open(PName name) {
        settle();
        _currElem = new ElementScope(name, _currElem);
        _depth++;
        inRoot = true;
    }

    /** The end tag of the innermost element was found, which is not read here. */
    void closeElement() {
        settle();
        _depth--;
        _currToken = END_ELEMENT;
    }

    /** Does what a token leaves to be done when the next is asked for. */
    private void settle() {
        if (_currToken == EVENT_INCOMPLETE) {
            return;
        }
        int end = _inputEnd;
        _inputEnd = _inputPtr;
        try {
            nextFromTree();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("there is no byte to find fault with", e);
        }
        _inputEnd = end;
    }

    /** The name of an element is whole, or goes on in this chunk, or what follows it does. */
    @Override
    protected int handleStartElement() throws XMLStreamException {
        if (_state == STATE_SE_ELEM_NAME) {
            lookAhead();
        }
        checkName();
        return super.handleStartElement();
    }

    /** Reads the rest of a name and goes back: once the parser has read it, it reads on without asking. */
    private void lookAhead() throws XMLStreamException {
        int at = _inputPtr;
        int count = _quadCount;
        int quad = _currQuad;
        int bytes = _currQuadBytes;
        parsePName();
        checkName();
        _inputPtr = at;
        _quadCount = count;
        _currQuad = quad;
        _currQuadBytes = bytes;
    }

    /** The value of an attribute begins or goes on. */
    @Override
    protected boolean handleAttrValue() throws XMLStreamException {
        checkName();
        if (_attrCollector.getCount() > AnswerLimits.ATTRIBUTES) {
            throw new LimitFault("attributes", AnswerLimits.ATTRIBUTES);
        }
        return super.handleAttrValue();
    }

    /**
     * The value of a namespace declaration begins or goes on. It says nothing here, so it is read like an attribute's and
     * dropped: the parser would keep it for ever, for all documents, in a table that is slow where hashes collide.
     */
    @Override
    protected boolean handleNsDecl() throws XMLStreamException {
        checkName();
        if (namespaceStart < 0) {
            beginNamespace();
        }
        if (!super.handleAttrValue()) {
            return false;
        }
        String start = namespaceStart();
        String prefix = _elemAttrName.hasPrefix() ? _elemAttrName.getLocalName() : null; // null: of names without one
        if (!isRight(_elemAttrName) || !QualifiedNames.mayBind(prefix, start)) {
            reportInputProblem("A declaration of a namespace that is not allowed");
        }
        bindNs(_elemAttrName, start.isEmpty() ? start : standIn(start));
        _elemAttrPtr = namespaceStart;
        namespaceStart = -1;
        if (_nsBindingCount > AnswerLimits.NAMESPACES) {
            throw new LimitFault("namespaces", AnswerLimits.NAMESPACES);
        }
        return true;
    }

    private void beginNamespace() {
        namespaceStart = _elemAttrPtr;
        if (_attrCollector.continueValue() == null) { // the document's first attribute: this makes the buffer
            _attrCollector.startNewValue(_elemAttrName, 0);
            _attrCollector.finishLastValue(0);
        }
    }

    private String namespaceStart() {
        int length = Math.min(QualifiedNames.DECISIVE, _elemAttrPtr - namespaceStart);
        return length == 0 ? "" : new String(_attrCollector.continueValue(), namespaceStart, length);
    }

    /** Returns what stands for the name: the prefix, so that each prefix has another, or what the prefix xml must have. */
    private String standIn(String start) {
        String prefix = _elemAttrName.getLocalName();
        return prefix.equals("xml") ? start : prefix;
    }

    /** A reference begins in the value of an attribute. What the one before was must not stand for one without digits. */
    @Override
    protected int handleEntityInAttributeValue() throws XMLStreamException {
        _entityValue = 0;
        return super.handleEntityInAttributeValue();
    }

    /** Whether all names of the tag, or the target of the processing instruction, are as namespaces want them. */
    boolean hasRightNames() {
        boolean right = isRight(_tokenName);
        for (int i = 0; i < _attrCount; i++) {
            right &= isRight(_attrCollector.getName(i));
        }
        return right;
    }

    /** Whether what stands after the name's prefix, if it has one, is a name. */
    private static boolean isRight(PName name) {
        String local = name.getLocalName();
        return !name.hasPrefix() || (QualifiedNames.isOne(local) && isStart(local.charAt(0)));
    }

    private static boolean isStart(char first) {
        return XmlChars.is10NameStartChar(first) || Character.isSurrogate(first);
    }

    /** Whether the target of the processing instruction has a colon. */
    boolean hasPrefix() {
        return _tokenName.hasPrefix();
    }

    /** New names are learnt anew from time to time, so that they stay few. */
    private void forgetNames() {
        if (_symbols.size() > MAX_SYMBOLS) {
            _symbols = _config.getBBSymbols();
        }
    }
}
