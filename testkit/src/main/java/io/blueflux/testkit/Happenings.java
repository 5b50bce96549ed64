// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

/** Is told what happens on a server, so that others can be told. */
interface Happenings {
    void meetingCreated(SimulatedMeeting meeting);

    void meetingEnded(SimulatedMeeting meeting);

    void userJoined(SimulatedMeeting meeting, SimulatedAttendee attendee);

    void userLeft(SimulatedMeeting meeting, SimulatedAttendee attendee);

    void chatSent(SimulatedMeeting meeting, SimulatedChatMessage message);

    void recordingAdded(SimulatedRecording recording);

    void recordingChanged(SimulatedRecording recording);
}
