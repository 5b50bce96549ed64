// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.MessageKey;
import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Fault;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.PlainTags;
import io.blueflux.xml.SubtreeSkip;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handler of an element that repeats one child. The child's own handler, made when needed, hands its values on. */
final class ListHandler extends Handler {
    private final String itemName;
    private final PlainTags itemTags;
    private final Supplier<Handler> items;
    private final Handler owner;
    private final @Nullable SubtreeSkip skip;
    private @Nullable Handler item;
    private boolean seen;

    ListHandler(ElementName itemName, Supplier<Handler> items, Handler owner) {
        this(itemName, items, owner, null);
    }

    /** Makes a handler of a list that need not be read: what cannot be passed over is. */
    ListHandler(ElementName itemName, Supplier<Handler> items, Handler owner, @Nullable SubtreeSkip skip) {
        this.itemName = itemName.wireName();
        this.itemTags = Names.tags(itemName);
        this.items = items;
        this.owner = owner;
        this.skip = skip;
    }

    /**
     * Refuses a successful answer without the list: only a server that says it has none may leave it out.
     *
     * @param none the messageKey by which it says so; null if there is no such key
     */
    void require(ElementName list, Status status, @Nullable MessageKey none) {
        if (!seen && (none == null || !none.text().equals(status.messageKey()))) {
            throw new Fault("a <response> without a <" + list.wireName() + ">", 0);
        }
    }

    @Override
    public void open(Attributes attributes) {
        seen = true;
    }

    @Override
    @Nullable
    public SubtreeSkip skip() {
        return skip;
    }

    @Override
    @Nullable
    public Handler child(String name) {
        if (!name.equals(itemName)) {
            return null;
        }
        if (item == null) {
            item = items.get();
        }
        return item;
    }

    @Override
    public PlainTags next() {
        return itemTags;
    }

    /** What does not belong here is the owner's to keep. */
    @Override
    public void unknown(Element element) {
        owner.unknown(element);
    }
}
