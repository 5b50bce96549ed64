// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class SymbolTableTest {
    @Test
    void everyReaderHandsOutTheSameInstancesOfTheKnownNames() throws XMLStreamException {
        for (ElementName name : ElementName.values()) {
            DocumentScanner scanner = XmlReaders.newScanner();
            byte[] document = ("<" + name.wireName() + ">").getBytes(UTF_8);
            scanner.feedInput(document, 0, document.length);
            int event = scanner.next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                assertThat(event).isEqualTo(XMLStreamConstants.START_DOCUMENT);
                event = scanner.next();
            }
            assertThat(scanner.getName().getLocalName()).isSameAs(XmlReaders.canonical(name.wireName()));
        }
    }

    @Test
    void namesOfALongAnswerAreForgottenWhileItIsRead() throws XMLStreamException {
        DocumentScanner scanner = XmlReaders.newScanner();
        List<WeakReference<Object>> names = new ArrayList<>();
        feed(scanner, "<response>");
        for (int i = 0; i < 1_500; i++) {
            feed(scanner, "<n" + i + "/>");
            while (scanner.next() != XMLStreamConstants.END_ELEMENT) {
                names.add(new WeakReference<>(scanner.getName()));
            }
        }

        List<WeakReference<Object>> early = names.subList(0, 100);
        for (int i = 0; i < 100 && early.stream().anyMatch(name -> name.get() != null); i++) {
            System.gc();
        }

        assertThat(early).allMatch(name -> name.get() == null);
    }

    private static void feed(DocumentScanner scanner, String text) throws XMLStreamException {
        byte[] bytes = text.getBytes(UTF_8);
        scanner.feedInput(bytes, 0, bytes.length);
        while (text.equals("<response>") && scanner.next() != XMLStreamConstants.START_ELEMENT) {
            assertThat(scanner.index()).isPositive();
        }
    }
}
