// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;

/** What is recorded, part of {@link CreateRequest}. */
public final class RecordingSettings extends Setters<RecordingSettings> {
    RecordingSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Allows to record the meeting; false unless said. Nothing is recorded before somebody presses the button or {@link
     * #autoStart} does. Wire name {@code record}.
     *
     * @param allow whether to
     * @return these settings
     */
    public RecordingSettings record(boolean allow) {
        return put(Parameter.RECORD, allow);
    }

    /**
     * Starts recording when the first user joins; the server has a default, shipped as false. Wire name {@code
     * autoStartRecording}.
     *
     * @param start whether to
     * @return these settings
     */
    public RecordingSettings autoStart(boolean start) {
        return put(Parameter.AUTO_START_RECORDING, start);
    }

    /**
     * Lets moderators start and stop recording; the server has a default, shipped as true. With this and {@link
     * #autoStart} false, nothing is recorded. Wire name {@code allowStartStopRecording}.
     *
     * @param allow whether they may
     * @return these settings
     */
    public RecordingSettings allowStartStop(boolean allow) {
        return put(Parameter.ALLOW_START_STOP_RECORDING, allow);
    }

    /**
     * Records audio and video also while recording is paused; the server has a default, shipped as false. Wire name
     * {@code recordFullDurationMedia}; BBB 2.6.9 and later.
     *
     * @param full whether to
     * @return these settings
     */
    public RecordingSettings fullDurationMedia(boolean full) {
        return put(Parameter.RECORD_FULL_DURATION_MEDIA, full);
    }

    /**
     * Tells users who join that the meeting is recorded; the server has a default, shipped as false. Wire name {@code
     * notifyRecordingIsOn}; BBB 2.6 and later.
     *
     * @param notify whether to
     * @return these settings
     */
    public RecordingSettings notifyIsOn(boolean notify) {
        return put(Parameter.NOTIFY_RECORDING_IS_ON, notify);
    }

    /**
     * Adds a text to that notice. Wire name {@code notifyRecordingAppend}; BBB 4.0 and later.
     *
     * @param text the text
     * @return these settings
     */
    public RecordingSettings notifyAppend(String text) {
        return put(Parameter.NOTIFY_RECORDING_APPEND, text);
    }

    /**
     * Keeps the events of a meeting that is not recorded, for analytics; the server has a default, shipped as false.
     * BBB 2.2 knows it as {@code keepEvents}. Wire name {@code meetingKeepEvents}; BBB 2.3 and later.
     *
     * @param keep whether to
     * @return these settings
     */
    public RecordingSettings keepEvents(boolean keep) {
        return put(Parameter.MEETING_KEEP_EVENTS, keep);
    }
}
