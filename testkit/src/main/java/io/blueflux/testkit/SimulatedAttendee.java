// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Somebody in a simulated meeting. Immutable. Several attendees may share a {@code userId}, as on a real server.
 *
 * @param userId {@code userID}
 * @param fullName {@code fullName}
 * @param role {@code role}: {@code MODERATOR}, {@code VIEWER}, or anything else a server might say
 * @param presenter {@code isPresenter}
 * @param listeningOnly {@code isListeningOnly}
 * @param voice {@code hasJoinedVoice}
 * @param videoStreams how many cameras; {@code hasVideo} is true from one on
 * @param clientType {@code clientType}
 * @param customdata the children of {@code customdata}; names are printed unchecked, as on a real server
 */
public record SimulatedAttendee(
        String userId,
        String fullName,
        String role,
        boolean presenter,
        boolean listeningOnly,
        boolean voice,
        int videoStreams,
        String clientType,
        Map<String, String> customdata) {

    /** Copies the map, keeping its order. */
    public SimulatedAttendee {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(clientType, "clientType");
        Objects.requireNonNull(customdata, "customdata");
        customdata = customdata.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(customdata));
    }

    /**
     * Makes a viewer with neither audio nor video.
     *
     * @param userId {@code userID}
     * @param fullName {@code fullName}
     * @return the attendee
     */
    public static SimulatedAttendee viewer(String userId, String fullName) {
        return new SimulatedAttendee(userId, fullName, "VIEWER", false, false, false, 0, "HTML5", Map.of());
    }

    /**
     * Makes a moderator with neither audio nor video.
     *
     * @param userId {@code userID}
     * @param fullName {@code fullName}
     * @return the attendee
     */
    public static SimulatedAttendee moderator(String userId, String fullName) {
        return viewer(userId, fullName).withRole("MODERATOR");
    }

    /**
     * Returns a copy with another role.
     *
     * @param other the role as printed
     * @return the copy
     */
    public SimulatedAttendee withRole(String other) {
        return new SimulatedAttendee(
                userId, fullName, other, presenter, listeningOnly, voice, videoStreams, clientType, customdata);
    }

    /**
     * Returns a copy that presents.
     *
     * @return the copy
     */
    public SimulatedAttendee withPresenter() {
        return new SimulatedAttendee(
                userId, fullName, role, true, listeningOnly, voice, videoStreams, clientType, customdata);
    }

    /**
     * Returns a copy that listens without a microphone.
     *
     * @return the copy
     */
    public SimulatedAttendee withListeningOnly() {
        return new SimulatedAttendee(
                userId, fullName, role, presenter, true, voice, videoStreams, clientType, customdata);
    }

    /**
     * Returns a copy with a microphone.
     *
     * @return the copy
     */
    public SimulatedAttendee withVoice() {
        return new SimulatedAttendee(
                userId, fullName, role, presenter, listeningOnly, true, videoStreams, clientType, customdata);
    }

    /**
     * Returns a copy with cameras.
     *
     * @param streams how many, at least 0
     * @return the copy
     */
    public SimulatedAttendee withVideo(int streams) {
        return new SimulatedAttendee(
                userId, fullName, role, presenter, listeningOnly, voice, streams, clientType, customdata);
    }

    /**
     * Returns a copy with another client.
     *
     * @param other the client type as printed
     * @return the copy
     */
    public SimulatedAttendee withClientType(String other) {
        return new SimulatedAttendee(
                userId, fullName, role, presenter, listeningOnly, voice, videoStreams, other, customdata);
    }

    /**
     * Returns a copy with one more entry of custom data.
     *
     * @param name the element's name
     * @param value its text
     * @return the copy
     */
    public SimulatedAttendee withCustomdata(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Map<String, String> more = new LinkedHashMap<>(customdata);
        more.put(name, value);
        return new SimulatedAttendee(
                userId, fullName, role, presenter, listeningOnly, voice, videoStreams, clientType, more);
    }
}
