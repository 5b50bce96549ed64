// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.error.BbbException;
import io.blueflux.fleet.placement.MeetingUncertainException;
import io.blueflux.fleet.placement.MeetingUnreachableException;
import io.blueflux.fleet.placement.NoServerException;

/** What a fleet says that is no one server's error. */
final class PlacementError {
    private PlacementError() {}

    static boolean isOne(Throwable error) {
        return error instanceof NoServerException
                || error instanceof MeetingUncertainException
                || error instanceof MeetingUnreachableException;
    }

    /** Returns what stderr says. */
    static String line(Throwable error) {
        String kind = error instanceof NoServerException
                ? "no-server"
                : error instanceof MeetingUncertainException ? "meeting-uncertain" : "meeting-unreachable";
        String cause = error.getCause() instanceof BbbException failed ? "; " + ErrorLine.of(failed) : "";
        return "error=" + kind + " message=" + OneLine.quoted(String.valueOf(error.getMessage())) + cause;
    }

    /** That no server may take a meeting is an answer; else somebody did not answer. */
    static int status(Throwable error) {
        return error instanceof NoServerException ? ExitStatus.FAILED : ExitStatus.NO_ANSWER;
    }
}
