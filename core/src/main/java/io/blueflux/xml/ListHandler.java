// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handler of an element that repeats one child. The child's own handler, made when needed, hands its values on. */
final class ListHandler extends Handler {
    private final String itemName;
    private final Supplier<Handler> items;
    private final Handler owner;
    private @Nullable Handler item;

    ListHandler(ElementName itemName, Supplier<Handler> items, Handler owner) {
        this.itemName = itemName.wireName();
        this.items = items;
        this.owner = owner;
    }

    @Override
    @Nullable
    Handler child(String name) {
        if (!name.equals(itemName)) {
            return null;
        }
        if (item == null) {
            item = items.get();
        }
        return item;
    }

    /** What does not belong here is the owner's to keep. */
    @Override
    void unknown(Element element) {
        owner.unknown(element);
    }
}
