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
    private final @Nullable SubtreeSkip skip;
    private @Nullable Handler item;

    ListHandler(ElementName itemName, Supplier<Handler> items, Handler owner) {
        this(itemName, items, owner, null);
    }

    /** Makes a handler of a list that need not be read: what cannot be passed over is. */
    ListHandler(ElementName itemName, Supplier<Handler> items, Handler owner, @Nullable SubtreeSkip skip) {
        this.itemName = itemName.wireName();
        this.items = items;
        this.owner = owner;
        this.skip = skip;
    }

    @Override
    @Nullable
    SubtreeSkip skip() {
        return skip;
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
