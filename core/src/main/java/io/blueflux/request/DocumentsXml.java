// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes documents as the body of a POST (BBB API, "POST body of create"). */
final class DocumentsXml {
    private DocumentsXml() {}

    static RequestBody body(List<Document> documents) {
        StringBuilder xml = new StringBuilder("<modules><module name=\"presentation\">");
        documents.forEach(document -> append(document, xml));
        xml.append("</module></modules>");
        return RequestBody.owning("application/xml", xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }

    private static void append(Document document, StringBuilder xml) {
        xml.append("<document");
        attribute("url", document.url(), xml);
        attribute(document.url() == null ? "name" : "filename", document.name(), xml);
        attribute("current", document.current(), xml);
        attribute("downloadable", document.downloadable(), xml);
        attribute("removable", document.removable(), xml);
        xml.append('>');
        xml.append(Base64.getEncoder().encodeToString(document.bytes()));
        xml.append("</document>");
    }

    private static void attribute(String name, @Nullable Object value, StringBuilder xml) {
        if (value != null) {
            xml.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(escaped(value.toString()))
                    .append('"');
        }
    }
}
