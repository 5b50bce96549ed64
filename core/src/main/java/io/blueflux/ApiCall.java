// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of the BBB API; an open set, since servers and balancers add calls. The constants are the calls that Blueflux knows
 * by type, with the facts that decide how each is sent. Two calls of one name are equal. Immutable.
 */
public final class ApiCall {
    /** The root of the API: its version. */
    public static final ApiCall VERSION = new ApiCall("", Authentication.NONE, Form.NO, null);
    /** Creates a meeting. */
    public static final ApiCall CREATE = signed("create", Form.YES, null);
    /** Lets a user into a meeting; usually executed by the user's browser. */
    public static final ApiCall JOIN = signed("join", Form.NO, null);
    /** Tells whether somebody has joined a meeting. */
    public static final ApiCall IS_MEETING_RUNNING = signed("isMeetingRunning", Form.YES, null);
    /** Ends a meeting. */
    public static final ApiCall END = signed("end", Form.YES, null);
    /** Lists the meetings of the server. */
    public static final ApiCall GET_MEETINGS = signed("getMeetings", Form.YES, null);
    /** Describes one meeting. */
    public static final ApiCall GET_MEETING_INFO = signed("getMeetingInfo", Form.YES, null);
    /** Lists the users' sessions; not documented by BBB. */
    public static final ApiCall GET_SESSIONS = signed("getSessions", Form.YES, "0.9");
    /** Adds documents to a running meeting. */
    public static final ApiCall INSERT_DOCUMENT = signed("insertDocument", Form.NO, "2.5");
    /** Writes into a meeting's public chat. */
    public static final ApiCall SEND_CHAT_MESSAGE = signed("sendChatMessage", Form.NO, "3.0");
    /** Lists recordings. */
    public static final ApiCall GET_RECORDINGS = signed("getRecordings", Form.YES, null);
    /** Publishes or hides recordings. */
    public static final ApiCall PUBLISH_RECORDINGS = signed("publishRecordings", Form.NO, null);
    /** Deletes recordings. */
    public static final ApiCall DELETE_RECORDINGS = signed("deleteRecordings", Form.NO, null);
    /** Changes the metadata of recordings. */
    public static final ApiCall UPDATE_RECORDINGS = signed("updateRecordings", Form.YES, "1.1");
    /** Lists the captions of a recording. */
    public static final ApiCall GET_RECORDING_TEXT_TRACKS = signed("getRecordingTextTracks", Form.YES, "2.2");
    /** Adds captions to a recording. */
    public static final ApiCall PUT_RECORDING_TEXT_TRACK = signed("putRecordingTextTrack", Form.NO, "2.2");
    /** Makes a further join URL for a user who is in a meeting. */
    public static final ApiCall GET_JOIN_URL = new ApiCall("getJoinUrl", Authentication.SESSION, Form.NO, "3.0");
    /** Reads a meeting's learning dashboard. */
    public static final ApiCall LEARNING_DASHBOARD =
            new ApiCall("learningDashboard", Authentication.SESSION, Form.NO, "2.4");
    /** Registers a webhook. */
    public static final ApiCall HOOKS_CREATE = signed("hooks/create", Form.NO, null);
    /** Lists the registered webhooks. */
    public static final ApiCall HOOKS_LIST = signed("hooks/list", Form.NO, null);
    /** Removes a webhook. */
    public static final ApiCall HOOKS_DESTROY = signed("hooks/destroy", Form.NO, null);
    /** Tells whether the webhooks' service is there. */
    public static final ApiCall HOOKS_PING = new ApiCall("hooks/ping", Authentication.NONE, Form.NO, null);

    private static final List<ApiCall> VALUES = List.of(
            VERSION,
            CREATE,
            JOIN,
            IS_MEETING_RUNNING,
            END,
            GET_MEETINGS,
            GET_MEETING_INFO,
            GET_SESSIONS,
            INSERT_DOCUMENT,
            SEND_CHAT_MESSAGE,
            GET_RECORDINGS,
            PUBLISH_RECORDINGS,
            DELETE_RECORDINGS,
            UPDATE_RECORDINGS,
            GET_RECORDING_TEXT_TRACKS,
            PUT_RECORDING_TEXT_TRACK,
            GET_JOIN_URL,
            LEARNING_DASHBOARD,
            HOOKS_CREATE,
            HOOKS_LIST,
            HOOKS_DESTROY,
            HOOKS_PING);

    private static final Map<String, ApiCall> BY_NAME =
            VALUES.stream().collect(Collectors.toUnmodifiableMap(ApiCall::wireName, Function.identity()));

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

    /** How the server knows that the caller may make a call. */
    public enum Authentication {
        /** Everybody may. */
        NONE,
        /** By the checksum, which the shared secret signs. */
        CHECKSUM,
        /** By the session token, and usually the cookie, of a user who is in a meeting. */
        SESSION
    }

    /** Whether a call's parameters may go as the form of a POST. */
    private enum Form {
        YES,
        NO
    }

    private final String wireName;
    private final Authentication authentication;
    private final Form form;
    private final @Nullable String since;

    private ApiCall(String wireName, Authentication authentication, Form form, @Nullable String since) {
        this.wireName = wireName;
        this.authentication = authentication;
        this.form = form;
        this.since = since;
    }

    private static ApiCall signed(String wireName, Form form, @Nullable String since) {
        return new ApiCall(wireName, Authentication.CHECKSUM, form, since);
    }

    /**
     * Returns the calls that Blueflux knows by type.
     *
     * @return the constants of this class
     */
    public static List<ApiCall> values() {
        return VALUES;
    }

    /**
     * Finds a call by its name. One that Blueflux does not know is signed, and its parameters go into the URL.
     *
     * @param wireName the name in the URL, for example {@code getMeetings} or {@code hooks/list}
     * @return a constant where there is one
     * @throws IllegalArgumentException if this cannot be the name of a call
     */
    public static ApiCall of(String wireName) {
        Objects.requireNonNull(wireName, "wireName");
        ApiCall known = BY_NAME.get(wireName);
        if (known != null) {
            return known;
        }
        if (!NAME.matcher(wireName).matches()) {
            throw new IllegalArgumentException(
                    "a call's name must be letters, digits, hyphens and underscores, with slashes between");
        }
        return signed(wireName, Form.NO, null);
    }

    /**
     * Returns the call's name in the URL and in the checksum.
     *
     * @return for example {@code getMeetings}; empty for {@link #VERSION}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Returns how the server knows that the caller may make this call.
     *
     * @return the kind of proof
     */
    public Authentication authentication() {
        return authentication;
    }

    /**
     * Tells whether the parameters may go as the form of a POST (BBB API, "POST").
     *
     * @return false where servers take them from the URL alone
     */
    public boolean allowsForm() {
        return form == Form.YES;
    }

    /**
     * Returns the BBB version that brought the call.
     *
     * @return for example {@code 2.5}; null if it is older than the records
     */
    public @Nullable String since() {
        return since;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiCall that && wireName.equals(that.wireName);
    }

    @Override
    public int hashCode() {
        return wireName.hashCode();
    }

    /** Returns the name for people: the wire name, or {@code version}. */
    @Override
    public String toString() {
        return wireName.isEmpty() ? "version" : wireName;
    }
}
