// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

/** Writes one element a line, escaped as the answer templates do it. */
final class XmlLines {
    private final StringBuilder text = new StringBuilder(1024);

    XmlLines open(String name) {
        text.append('<').append(name).append(">\n");
        return this;
    }

    XmlLines close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    XmlLines element(String name, String value) {
        text.append('<').append(name).append('>').append(XmlText.escaped(value));
        return close(name);
    }

    XmlLines element(String name, long value) {
        text.append('<').append(name).append('>').append(value);
        return close(name);
    }

    XmlLines element(String name, boolean value) {
        return element(name, Boolean.toString(value));
    }

    XmlLines empty(String name) {
        text.append('<').append(name).append("/>\n");
        return this;
    }

    XmlLines emptyCdata() {
        text.append("<![CDATA[]]>\n");
        return this;
    }

    /** Writes the element unless its value is empty. */
    XmlLines elementIfAny(String name, String value) {
        return value.isEmpty() ? this : element(name, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
