// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.Confidential;
import io.blueflux.model.AttendeeRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events of a user: {@code user-…}. */
public sealed interface UserEvent extends WebhookEvent {

    /**
     * Returns {@code user}, whom it is about.
     *
     * @return the user's ids
     */
    UserIds user();

    /**
     * {@code user-joined}.
     *
     * @param head id, time, meeting
     * @param user ids of the user
     * @param details what is known of the user
     */
    record Joined(Head head, UserIds user, Details details) implements UserEvent {
        /** Refuses what is missing. */
        public Joined {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(details, "details");
        }
    }

    /**
     * {@code user-left}; from webhooks 3.0 on also for those still there when the meeting ends.
     *
     * @param head id, time, meeting
     * @param user ids of the user
     * @param details what is known of the user; mostly little
     */
    record Left(Head head, UserIds user, Details details) implements UserEvent {
        /** Refuses what is missing. */
        public Left {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(details, "details");
        }
    }

    /**
     * What is known of a user.
     *
     * @param name {@code name}
     * @param role {@code role}
     * @param presenter {@code presenter}
     * @param guest {@code guest}; webhooks 3.1 and later
     * @param userdata {@code userdata}: names and values from the join call
     * @param client whence the user came
     */
    record Details(
            @Nullable String name,
            @Nullable AttendeeRole role,
            @Nullable Boolean presenter,
            @Nullable Boolean guest,
            Map<String, String> userdata,
            Client client) {
        /** Copies the userdata. */
        public Details {
            Objects.requireNonNull(userdata, "userdata");
            Objects.requireNonNull(client, "client");
            userdata = Collections.unmodifiableMap(new LinkedHashMap<>(userdata));
        }
    }

    /**
     * Whence a user came; webhooks 3.5 and later.
     *
     * @param ipAddress {@code ip-address}
     * @param userAgent {@code user-agent}
     * @param referer {@code referer}: mostly the client's own page, with the session token in its URL
     * @param sessionToken {@code session-token}: whoever has it is the user
     */
    record Client(
            @Nullable String ipAddress,
            @Nullable String userAgent,
            @Nullable Confidential referer,
            @Nullable Confidential sessionToken) {}

    /**
     * {@code user-audio-voice-enabled}, {@code -disabled}, {@code user-audio-muted}, {@code -unmuted} or
     * {@code -unhandled}.
     *
     * @param head id, time, meeting
     * @param user ids of the user
     * @param listeningOnly {@code listening-only}
     * @param sharingMic {@code sharing-mic}
     * @param muted {@code muted}
     */
    record Audio(
            Head head,
            UserIds user,
            @Nullable Boolean listeningOnly,
            @Nullable Boolean sharingMic,
            @Nullable Boolean muted)
            implements UserEvent {
        /** Refuses what is missing. */
        public Audio {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
        }
    }

    /**
     * {@code user-cam-broadcast-start} or {@code -end}.
     *
     * @param head id, time, meeting
     * @param user ids of the user
     * @param stream {@code stream}
     */
    record Camera(Head head, UserIds user, @Nullable String stream) implements UserEvent {
        /** Refuses what is missing. */
        public Camera {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
        }
    }

    /**
     * {@code user-presenter-assigned} or {@code -unassigned}.
     *
     * @param head id, time, meeting
     * @param user ids of the user
     */
    record Presenter(Head head, UserIds user) implements UserEvent {
        /** Refuses what is missing. */
        public Presenter {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
        }
    }

    /**
     * {@code user-emoji-changed}.
     *
     * @param head id, time, meeting
     * @param user ids of the user
     * @param emoji {@code emoji}; {@code none} when it is cleared
     */
    record EmojiChanged(Head head, UserIds user, @Nullable String emoji) implements UserEvent {
        /** Refuses what is missing. */
        public EmojiChanged {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
        }
    }

    /**
     * {@code user-raise-hand-changed}.
     *
     * @param head id, time, meeting
     * @param user ids of the user
     * @param raiseHand {@code raise-hand}, in old servers {@code raiseHand}
     */
    record HandRaised(Head head, UserIds user, @Nullable Boolean raiseHand) implements UserEvent {
        /** Refuses what is missing. */
        public HandRaised {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
        }
    }
}
