// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import io.blueflux.value.Secrets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of an answer that Blueflux has no type for: a newer server's, a balancer's or a plug-in's. What its name or its form
 * shows to be a password, a token or an address with one in it is confidential; so is all that is in an element of such a name.
 *
 * @param name the local name
 * @param attributes the attributes by local name, in the server's order; one that is confidential is a child of its name instead
 * @param text the text directly within, trimmed; empty if there is none, or it is confidential
 * @param confidentialText the text, if it is confidential; else null
 * @param children the elements within, in the server's order
 */
public record Element(
        String name,
        Map<String, String> attributes,
        String text,
        @Nullable Confidential confidentialText,
        List<Element> children) {
    /** Refuses what is missing, and keeps what is confidential apart. */
    public Element {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(children, "children");
        if (isSecret(name, text)) {
            confidentialText = Confidential.of(text);
            text = "";
        }
        List<Element> secrets = secrets(name, attributes);
        if (!secrets.isEmpty()) {
            attributes = without(secrets, attributes);
            children = Stream.concat(secrets.stream(), children.stream()).toList();
        }
        if (!areHidden(children) && Secrets.isConfidential(name)) {
            children = children.stream().map(Element::hidden).toList();
        }
    }

    /**
     * Makes an element of any text.
     *
     * @param name the local name
     * @param attributes the attributes by local name
     * @param text the text directly within, confidential or not
     * @param children the elements within
     */
    public Element(String name, Map<String, String> attributes, String text, List<Element> children) {
        this(name, attributes, text, null, children);
    }

    /**
     * Returns the text, be it confidential or not.
     *
     * @return the text directly within; empty if there is none
     */
    public String revealText() {
        return confidentialText == null ? text : confidentialText.reveal();
    }

    private static boolean isSecret(String name, String text) {
        return !text.isEmpty() && (Secrets.isConfidential(name) || Secrets.mayBeIn(text));
    }

    /** What is hidden is not hidden again: elements of such names within each other would double the work at each level. */
    private static boolean areHidden(List<Element> elements) {
        return elements.stream()
                .allMatch(each -> each.text.isEmpty() && each.attributes.isEmpty() && areHidden(each.children));
    }

    /** Hides all that is in an element, for what stands in one that is confidential by its name: lists have items. */
    private Element hidden() {
        Stream<Element> ofAttributes = attributes.entrySet().stream()
                .map(each -> new Element(each.getKey(), Map.of(), "", Confidential.of(each.getValue()), List.of()));
        return new Element(
                name,
                Map.of(),
                "",
                revealText().isEmpty() ? null : Confidential.of(revealText()),
                Stream.concat(ofAttributes, children.stream().map(Element::hidden))
                        .toList());
    }

    private static List<Element> secrets(String element, Map<String, String> attributes) {
        List<Element> secrets = new ArrayList<>();
        attributes.forEach((name, text) -> {
            if (isSecret(name, text) || isSecret(element, text)) {
                secrets.add(new Element(name, Map.of(), "", Confidential.of(text), List.of()));
            }
        });
        return secrets;
    }

    private static Map<String, String> without(List<Element> secrets, Map<String, String> attributes) {
        Map<String, String> others = new LinkedHashMap<>(attributes);
        secrets.forEach(secret -> others.remove(secret.name()));
        return Collections.unmodifiableMap(others);
    }

    /** Returns the names alone: what an element of unknown meaning holds may be a password or a token. */
    @Override
    public String toString() {
        return children.isEmpty() ? "<" + name + ">" : "<" + name + ">" + children;
    }
}
