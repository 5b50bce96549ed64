// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.error.BbbException;
import io.blueflux.fleet.placement.MeetingUncertainException;
import io.blueflux.fleet.placement.MeetingUnreachableException;
import io.blueflux.fleet.placement.NoServerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for controllers whose call of Blueflux failed. The log has what the answer leaves out. */
@RestControllerAdvice
class BbbProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(BbbProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(BbbException error) {
        return told(error, BbbProblems.of(error));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noServer(NoServerException error) {
        return told(error, BbbProblems.of(error));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreachable(MeetingUnreachableException error) {
        return told(error, BbbProblems.of(error));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> uncertain(MeetingUncertainException error) {
        return told(error, BbbProblems.of(error));
    }

    private static ResponseEntity<ProblemDetail> told(Exception error, ProblemDetail problem) {
        if (problem.getStatus() >= 500) {
            LOG.warn("answered with {}: {}", problem.getStatus(), error.getMessage());
        }
        return BbbProblems.response(problem);
    }
}
