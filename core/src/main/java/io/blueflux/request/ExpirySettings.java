// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.time.Duration;

/** When a meeting ends by itself, part of {@link CreateRequest}. Durations are whole minutes. */
public final class ExpirySettings extends Setters<ExpirySettings> {
    ExpirySettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Ends the meeting after a time; the server has a default, shipped as no limit. In minutes on the wire. Wire name
     * {@code duration}.
     *
     * @param duration how long, in whole minutes; zero for no limit
     * @return these settings
     */
    public ExpirySettings duration(Duration duration) {
        return put(Parameter.DURATION, duration);
    }

    /**
     * Ends the meeting when the last moderator has left; the server has a default, shipped as false. Wire name {@code
     * endWhenNoModerator}; BBB 2.3 and later.
     *
     * @param end whether to
     * @return these settings
     */
    public ExpirySettings endWhenNoModerator(boolean end) {
        return put(Parameter.END_WHEN_NO_MODERATOR, end);
    }

    /**
     * Waits before that; one minute unless said. Wire name {@code endWhenNoModeratorDelayInMinutes}; BBB 2.3 and later.
     *
     * @param delay how long, in whole minutes
     * @return these settings
     */
    public ExpirySettings endWhenNoModeratorDelay(Duration delay) {
        return put(Parameter.END_WHEN_NO_MODERATOR_DELAY, delay);
    }

    /**
     * Ends a meeting that nobody joins; after five minutes unless said. Wire name {@code
     * meetingExpireIfNoUserJoinedInMinutes}; BBB 2.5 and later.
     *
     * @param delay how long to wait, in whole minutes
     * @return these settings
     */
    public ExpirySettings ifNoUserJoined(Duration delay) {
        return put(Parameter.EXPIRE_IF_NO_USER_JOINED, delay);
    }

    /**
     * Ends a meeting that everybody left; after one minute unless said. Wire name {@code
     * meetingExpireWhenLastUserLeftInMinutes}; BBB 2.5 and later.
     *
     * @param delay how long to wait, in whole minutes; zero for never
     * @return these settings
     */
    public ExpirySettings whenLastUserLeft(Duration delay) {
        return put(Parameter.EXPIRE_WHEN_LAST_USER_LEFT, delay);
    }

    /**
     * Logs out users who do nothing; off unless said. Wire name {@code logoutTimer}; gone in 4.0.
     *
     * @param delay how long to wait, in whole minutes
     * @return these settings
     */
    public ExpirySettings logoutTimer(Duration delay) {
        return put(Parameter.LOGOUT_TIMER, delay);
    }
}
