// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An element of an answer that Blueflux has no type for: a newer server's, a balancer's or a plug-in's.
 *
 * @param name the local name
 * @param attributes the attributes by local name, in the server's order
 * @param text the text directly within, trimmed; empty if there is none
 * @param children the elements within, in the server's order
 */
public record Element(String name, Map<String, String> attributes, String text, List<Element> children) {
    /** Refuses what is missing. */
    public Element {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(children, "children");
    }

    /** Returns the names alone: what an element of unknown meaning holds may be a password or a token. */
    @Override
    public String toString() {
        return children.isEmpty() ? "<" + name + ">" : "<" + name + ">" + children;
    }
}
