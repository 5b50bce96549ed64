// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML body of a create or insertDocument call, read with the JDK's own parser.
 *
 * @param presentation whether there is a module of that name
 */
record Slides(boolean presentation, List<SlideDocument> documents) {
    static final Slides NONE = new Slides(false, List.of());
    private static final XMLInputFactory FACTORY = factory();

    /** Reads a body once, so that no event loop is the first to load the parser. */
    static void warmUp() {
        try {
            parse("<modules/>".getBytes(StandardCharsets.UTF_8));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a well-formed body is readable", e);
        }
    }

    static Slides parse(byte[] body) throws XMLStreamException {
        List<SlideDocument> documents = new ArrayList<>();
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
        boolean presentation = false;
        boolean anyPresentation = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a DOCTYPE is refused");
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("module")) {
                presentation = attribute(reader, "name").equals("presentation");
                anyPresentation |= presentation;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && presentation
                    && reader.getLocalName().equals("document")) {
                documents.add(document(reader));
            }
        }
        return new Slides(anyPresentation, documents);
    }

    private static SlideDocument document(XMLStreamReader reader) throws XMLStreamException {
        String filename = attribute(reader, "filename");
        String name = filename.isEmpty() ? attribute(reader, "name") : filename;
        String url = attribute(reader, "url");
        boolean current = Boolean.parseBoolean(attribute(reader, "current"));
        boolean downloadable = Boolean.parseBoolean(attribute(reader, "downloadable"));
        boolean removable = !attribute(reader, "removable").equalsIgnoreCase("false");
        String content = reader.getElementText();
        return new SlideDocument(name, url, url.isEmpty() ? size(content) : 0, current, downloadable, removable);
    }

    private static int size(String base64) throws XMLStreamException {
        try {
            return Base64.getMimeDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException("inline content is not Base64", e);
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
