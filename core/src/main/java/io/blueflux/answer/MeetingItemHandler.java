// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import java.util.function.Consumer;

/** Reads an item of getMeetings and hands it over at its end tag. */
final class MeetingItemHandler extends MeetingHandler {
    private final Consumer<? super Meeting> out;

    MeetingItemHandler(MeetingFields fields, Consumer<? super Meeting> out) {
        super(fields);
        this.out = out;
    }

    @Override
    public boolean isItem() {
        return true;
    }

    @Override
    public void close() {
        out.accept(meeting());
    }
}
