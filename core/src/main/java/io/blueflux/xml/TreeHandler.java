// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The handler of an unknown element: keeps all that is in it, as an {@link Element} for its owner. */
public final class TreeHandler extends Handler {
    private final String name;
    private final Handler owner;
    private final Text text = new Text();
    private final List<Element> children = new ArrayList<>(2);
    private Map<String, String> attributes = Map.of();

    /**
     * Makes the handler of one element.
     *
     * @param name its local name
     * @param owner takes it when it ends, as {@link Handler#unknown unknown}
     */
    public TreeHandler(String name, Handler owner) {
        this.name = name;
        this.owner = owner;
    }

    @Override
    public void open(Attributes from) {
        if (from.count() > 0) {
            attributes = new LinkedHashMap<>();
            for (int i = 0; i < from.count(); i++) {
                attributes.put(from.name(i), from.value(i));
            }
        }
    }

    @Override
    @Nullable
    public Handler child(String childName) {
        return null;
    }

    @Override
    public void unknown(Element element) {
        children.add(element);
    }

    @Override
    public Text ownText() {
        return text;
    }

    @Override
    public void close() {
        owner.unknown(new Element(name, Collections.unmodifiableMap(attributes), text.text(), List.copyOf(children)));
    }
}
