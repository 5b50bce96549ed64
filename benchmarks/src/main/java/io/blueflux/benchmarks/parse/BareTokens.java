// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The floor: the parser alone, with the text that follows a start tag decoded, and nothing made of it. */
public final class BareTokens {
    private static final InputFactoryImpl FACTORY = new InputFactoryImpl();

    private final AsyncXMLStreamReader<AsyncByteArrayFeeder> reader = FACTORY.createAsyncForByteArray();
    private long elements;
    private long characters;
    private boolean afterStart;

    private BareTokens() {}

    /**
     * Counts what a document holds.
     *
     * @param body the document
     * @param chunk how many bytes are fed at a time
     * @return the counts
     * @throws XMLStreamException if it is no XML
     */
    public static TokenCount count(byte[] body, int chunk) throws XMLStreamException {
        BareTokens tokens = new BareTokens();
        for (int offset = 0; offset < body.length; offset += chunk) {
            tokens.reader.getInputFeeder().feedInput(body, offset, Math.min(chunk, body.length - offset));
            tokens.drain();
        }
        tokens.reader.getInputFeeder().endOfInput();
        tokens.drain();
        tokens.reader.close(); // the names are always the same, so the factory may learn them
        return new TokenCount(tokens.elements, tokens.characters);
    }

    private void drain() throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    afterStart = true;
                }
                case XMLStreamConstants.END_ELEMENT -> afterStart = false;
                case XMLStreamConstants.CHARACTERS -> text();
                case AsyncXMLStreamReader.EVENT_INCOMPLETE, XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void text() throws XMLStreamException {
        if (afterStart && reader.getTextCharacters() != null) {
            characters += reader.getTextLength();
        }
    }
}
