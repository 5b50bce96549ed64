// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What Blueflux refuses to send names the parameter and its rule. What fails at a server the starter answers for. */
@RestControllerAdvice
class BadInput {

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException error) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(error.getMessage()));
    }

    /** A file above {@code portal.max-slides}. */
    @ExceptionHandler
    ProblemDetail tooLarge(DataBufferLimitException error) {
        return ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(413), "The form is too large.");
    }
}
