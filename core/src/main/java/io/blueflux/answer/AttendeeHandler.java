// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.CLIENT_TYPE;
import static io.blueflux.xml.ElementName.CUSTOMDATA;
import static io.blueflux.xml.ElementName.FULL_NAME;
import static io.blueflux.xml.ElementName.HAS_JOINED_VOICE;
import static io.blueflux.xml.ElementName.HAS_VIDEO;
import static io.blueflux.xml.ElementName.IS_LISTENING_ONLY;
import static io.blueflux.xml.ElementName.IS_PRESENTER;
import static io.blueflux.xml.ElementName.ROLE;
import static io.blueflux.xml.ElementName.USER_ID;

import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.Text;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads an attendee. */
final class AttendeeHandler extends FieldsHandler {
    private static final Names NAMES = new Names(
            USER_ID,
            FULL_NAME,
            ROLE,
            IS_PRESENTER,
            IS_LISTENING_ONLY,
            HAS_JOINED_VOICE,
            HAS_VIDEO,
            CLIENT_TYPE,
            CUSTOMDATA);

    private final TextMapHandler customdata = new TextMapHandler();
    private final Consumer<Attendee> out;

    private @Nullable String userId;
    private @Nullable String fullName;
    private @Nullable AttendeeRole role;
    private @Nullable Boolean isPresenter;
    private @Nullable Boolean isListeningOnly;
    private @Nullable Boolean hasJoinedVoice;
    private @Nullable Boolean hasVideo;
    private @Nullable String clientType;

    AttendeeHandler(Consumer<Attendee> out) {
        super(NAMES);
        this.out = out;
    }

    @Override
    protected void reset() {
        userId = null;
        fullName = null;
        role = null;
        isPresenter = null;
        isListeningOnly = null;
        hasJoinedVoice = null;
        hasVideo = null;
        clientType = null;
        customdata.take();
    }

    @Override
    @Nullable
    protected Handler container(ElementName field) {
        return field == CUSTOMDATA ? customdata : null;
    }

    @Override
    protected void leaf(ElementName field, Text text) {
        switch (field) {
            case USER_ID -> userId = text.textOrNull();
            case FULL_NAME -> fullName = text.textOrNull();
            case ROLE -> {
                String word = text.sharedOrNull();
                role = word == null ? null : AttendeeRole.of(word);
            }
            case IS_PRESENTER -> isPresenter = text.bool();
            case IS_LISTENING_ONLY -> isListeningOnly = text.bool();
            case HAS_JOINED_VOICE -> hasJoinedVoice = text.bool();
            case HAS_VIDEO -> hasVideo = text.bool();
            case CLIENT_TYPE -> clientType = text.sharedOrNull();
            default -> throw new IllegalStateException("no field of an attendee: " + field);
        }
    }

    @Override
    public void close() {
        out.accept(new Attendee(
                userId,
                fullName,
                role,
                isPresenter,
                isListeningOnly,
                hasJoinedVoice,
                hasVideo,
                clientType,
                customdata.take(),
                unknownElements()));
    }
}
