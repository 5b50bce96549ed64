// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.CALLBACK_URL;
import static io.blueflux.xml.ElementName.EVENT_ID;
import static io.blueflux.xml.ElementName.HOOK;
import static io.blueflux.xml.ElementName.HOOKS;
import static io.blueflux.xml.ElementName.HOOK_ID;
import static io.blueflux.xml.ElementName.MEETING_ID;
import static io.blueflux.xml.ElementName.PERMANENT_HOOK;
import static io.blueflux.xml.ElementName.RAW_DATA;
import static io.blueflux.xml.ElementName.REMOVED;

import io.blueflux.Confidential;
import io.blueflux.model.CreatedHook;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.Hook;
import io.blueflux.model.Status;
import io.blueflux.xml.Names;

/** The decoders of the calls about webhooks. */
public final class HookDecoders {
    private static final Names CREATED_HOOK_NAMES = new Names(HOOK_ID, PERMANENT_HOOK, RAW_DATA);
    private static final Names HOOKS_NAMES = new Names(HOOKS);
    private static final Names HOOK_NAMES =
            new Names(HOOK_ID, CALLBACK_URL, MEETING_ID, EVENT_ID, PERMANENT_HOOK, RAW_DATA);
    private static final Names REMOVED_NAMES = new Names(REMOVED);

    private HookDecoders() {}

    /**
     * Decodes the answer of hooks/create.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<CreatedHook> hooksCreate(AnswerContext context) {
        return Shapes.value(context, CREATED_HOOK_NAMES, HookDecoders::createdHook);
    }

    private static CreatedHook createdHook(Status status, TextFields fields) {
        return new CreatedHook(
                status,
                fields.needed(HOOK_ID),
                fields.flagOrNull(PERMANENT_HOOK),
                fields.flagOrNull(RAW_DATA),
                fields.unknownElements());
    }

    /**
     * Decodes the answer of hooks/list.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Hook> hooksList(AnswerContext context) {
        return Shapes.list(
                context,
                out -> new ListAnswer<>(
                        HOOKS_NAMES, null, HOOK, () -> new TextItemHandler<>(HOOK_NAMES, HookDecoders::hook, out)));
    }

    private static Hook hook(TextFields fields) {
        return new Hook(
                fields.text(HOOK_ID),
                Confidential.ofNullable(fields.text(CALLBACK_URL)),
                fields.text(MEETING_ID),
                fields.words(EVENT_ID),
                fields.flagOrNull(PERMANENT_HOOK),
                fields.flagOrNull(RAW_DATA),
                fields.unknownElements());
    }

    /**
     * Decodes the answer of hooks/destroy.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<DestroyedHook> hooksDestroy(AnswerContext context) {
        return Shapes.value(
                context,
                REMOVED_NAMES,
                (status, fields) -> new DestroyedHook(status, fields.flag(REMOVED), fields.unknownElements()));
    }

    /**
     * Decodes the answer of hooks/ping, which is plain text.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<String> hooksPing(AnswerContext context) {
        return new TextDecoder(context);
    }
}
