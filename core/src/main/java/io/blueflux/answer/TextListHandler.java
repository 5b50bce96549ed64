// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Element;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.PlainTags;
import io.blueflux.xml.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handler of an element that repeats one leaf. */
final class TextListHandler extends Handler {
    private final String itemName;
    private final PlainTags itemTags;
    private final Handler owner;
    private final List<String> texts = new ArrayList<>();

    TextListHandler(ElementName itemName, Handler owner) {
        this.itemName = itemName.wireName();
        this.itemTags = Names.tags(itemName);
        this.owner = owner;
    }

    /** Returns what was read since the last call. */
    List<String> take() {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }

    @Override
    @Nullable
    public Handler child(String name) {
        return name.equals(itemName) ? this : null;
    }

    @Override
    public PlainTags next() {
        return itemTags;
    }

    @Override
    public void leaf(Text text) {
        String value = text.textOrNull();
        if (value != null) {
            texts.add(value);
        }
    }

    @Override
    public void unknown(Element element) {
        owner.unknown(element);
    }
}
