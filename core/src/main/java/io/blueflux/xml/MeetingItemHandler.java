// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Meeting;
import java.util.function.Consumer;

/** Reads an item of getMeetings and hands it over at its end tag. */
final class MeetingItemHandler extends MeetingHandler {
    private final Consumer<? super Meeting> out;

    MeetingItemHandler(Consumer<? super Meeting> out) {
        this.out = out;
    }

    @Override
    boolean isItem() {
        return true;
    }

    @Override
    void close() {
        out.accept(meeting());
    }
}
