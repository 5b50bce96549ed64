// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static io.blueflux.xml.Contexts.MEETING_INFO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"</response>", "</response><second/>"})
    void namesChosenByUsersAreForgottenWithTheirAnswer(String end) throws InterruptedException {
        List<WeakReference<String>> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            names.add(nameOf(Splits.whole(MEETING_INFO, document(i, end)).value()));
        }

        for (int i = 0; i < 100 && names.stream().anyMatch(name -> name.get() != null); i++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(names).allMatch(name -> name.get() == null);
    }

    private static WeakReference<String> nameOf(Meeting meeting) {
        return new WeakReference<>(meeting.metadata().keySet().iterator().next());
    }

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

    /** The names are nobody else's: locales of the JDK have a k1, which the virtual machine then keeps for both. */
    private static byte[] document(int number, String end) {
        return ("<response><returncode>SUCCESS</returncode><meetingID>m</meetingID><metadata><of-a-user-" + number
                        + " a" + number + "='v'/></metadata><u" + number + "/>" + end)
                .getBytes(UTF_8);
    }
}
