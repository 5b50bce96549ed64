// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import io.blueflux.value.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents and other modules as the body of a POST (BBB API, "POST body of create"). What goes into it was checked
 * by {@link WireText}, so it is always well-formed: servers create a meeting, or fail, on a body that is not.
 */
final class DocumentsXml {
    private final List<BodySegment> segments = new ArrayList<>();
    private final StringBuilder markup = new StringBuilder();

    private DocumentsXml() {}

    /** Writes the documents, if any, and the texts of other modules by their names. */
    static RequestBody body(List<Document> documents, Map<String, String> modules) {
        DocumentsXml xml = new DocumentsXml();
        xml.markup.append("<modules>");
        if (!documents.isEmpty()) {
            xml.markup.append("<module name=\"presentation\">");
            documents.forEach(xml::append);
            xml.markup.append("</module>");
        }
        modules.forEach(xml::append);
        xml.markup.append("</modules>");
        xml.endMarkup();
        return new RequestBody("application/xml", xml.segments);
    }

    private void append(String module, String text) {
        markup.append("<module");
        attribute("name", module);
        markup.append('>').append(WireText.escaped(text)).append("</module>");
    }

    private void append(Document document) {
        markup.append("<document");
        attribute("url", document.url());
        attribute(document.url() == null ? "name" : "filename", document.name());
        attribute("current", document.current());
        attribute("downloadable", document.downloadable());
        attribute("removable", document.removable());
        markup.append('>');
        BodySource content = document.content();
        if (content != null) {
            endMarkup();
            segments.add(new BodySegment(String.valueOf(document.name()), content, true));
        }
        markup.append("</document>");
    }

    private void attribute(String name, @Nullable Object value) {
        if (value != null) {
            markup.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(WireText.escaped(value.toString()))
                    .append('"');
        }
    }

    private void endMarkup() {
        segments.add(BodySegment.text(markup.toString()));
        markup.setLength(0);
    }
}
