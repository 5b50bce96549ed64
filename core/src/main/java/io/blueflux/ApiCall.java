// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

/** The calls of the BBB API that Blueflux knows by type. */
public enum ApiCall {
    /** The root of the API: its version; not signed. */
    VERSION(""),
    /** Creates a meeting. */
    CREATE("create"),
    /** Lets a user into a meeting; executed by the user's browser. */
    JOIN("join"),
    /** Tells whether somebody has joined a meeting. */
    IS_MEETING_RUNNING("isMeetingRunning"),
    /** Ends a meeting. */
    END("end"),
    /** Lists the meetings of the server. */
    GET_MEETINGS("getMeetings"),
    /** Describes one meeting. */
    GET_MEETING_INFO("getMeetingInfo"),
    /** Lists recordings. */
    GET_RECORDINGS("getRecordings"),
    /** Deletes recordings. */
    DELETE_RECORDINGS("deleteRecordings");

    private final String wireName;

    ApiCall(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns the call's name in the URL and in the checksum.
     *
     * @return for example {@code getMeetings}; empty for {@link #VERSION}
     */
    public String wireName() {
        return wireName;
    }

    /** Returns the name for people: the wire name, or {@code version}. */
    @Override
    public String toString() {
        return this == VERSION ? "version" : wireName;
    }
}
