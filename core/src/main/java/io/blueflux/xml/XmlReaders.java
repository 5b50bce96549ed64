// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import com.fasterxml.aalto.in.PName;
import com.fasterxml.aalto.in.ReaderConfig;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Makes the parser's readers. A reader that is closed, or reads past the end of its document, merges the names it met into
 * the factory for ever, where user-chosen names would pile up; so one document with the API's names teaches the factory,
 * and every other reader is left at the end tag of its root and thrown away.
 */
final class XmlReaders {
    private static final InputFactoryImpl FACTORY = new InputFactoryImpl();
    private static final Map<String, PName> KNOWN = new HashMap<>();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            learn(apiNames().map(name -> "<" + name + "/>").collect(Collectors.joining("", "<names>", "</names>")));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the names of the API are not XML names", e);
        }
    }

    private XmlReaders() {}

    static DocumentScanner newScanner() {
        ReaderConfig config = FACTORY.getNonSharedConfig(null, null, null, false, false);
        config.setActualEncoding("UTF-8");
        return new DocumentScanner(config);
    }

    /** Returns the instance of a known name that readers hand out. */
    static String canonical(String name) {
        return parsed(name).getLocalName();
    }

    /** Returns a known name as the parser has it. */
    static PName parsed(String name) {
        PName known = KNOWN.get(name);
        if (known == null) {
            throw new IllegalArgumentException("not in the list of the API's names: " + name);
        }
        return known;
    }

    static boolean isKnown(String name) {
        return KNOWN.containsKey(name);
    }

    private static void learn(String document) throws XMLStreamException {
        byte[] bytes = document.getBytes(StandardCharsets.US_ASCII);
        DocumentScanner scanner = newScanner();
        scanner.feedInput(bytes, 0, bytes.length);
        for (int event = scanner.next(); event != DocumentScanner.INCOMPLETE; event = scanner.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                PName name = scanner.getName();
                KNOWN.put(name.getLocalName(), name);
            }
        }
        scanner.close(true);
    }

    private static Stream<String> apiNames() {
        return Arrays.stream(ElementName.values()).map(ElementName::wireName);
    }
}
