// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RequestBodyException;

/** What the command's exit status means. */
final class ExitStatus {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NO_ANSWER = 3;
    static final int BAD_ANSWER = 4;
    static final int TIMEOUT = 5;
    static final int OWN_FAULT = 70;
    static final int INTERRUPTED = 130;

    private ExitStatus() {}

    static int of(BbbException error) {
        if (error instanceof ApiFailedException) {
            return FAILED;
        }
        if (error instanceof MalformedResponseException || error instanceof LimitExceededException) {
            return BAD_ANSWER;
        }
        if (error instanceof RequestBodyException) {
            return USAGE;
        }
        return error instanceof CallTimeoutException ? TIMEOUT : NO_ANSWER;
    }
}
