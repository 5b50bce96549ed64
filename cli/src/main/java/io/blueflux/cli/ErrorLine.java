// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.RequestBodyException;
import io.blueflux.error.TransportException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stderr says of a call that did not succeed: one line of {@code name=value}, readable by people and by grep. */
final class ErrorLine {
    private ErrorLine() {}

    static String of(BbbException error) {
        return site(error.call(), error.server()) + " " + details(error);
    }

    static String site(String call, String server) {
        return "call=" + call + " server=" + OneLine.of(server);
    }

    private static String details(BbbException error) {
        if (error instanceof ApiFailedException failure) {
            return failure(failure) + hint(failure.explanation());
        }
        String explanation = error instanceof HttpStatusException http ? http.explanation() : "";
        return "error=" + kind(error) + " message=" + OneLine.quoted(message(error, explanation)) + hint(explanation);
    }

    private static String failure(ApiFailedException failure) {
        String line = "messageKey=" + OneLine.of(joined(failure, ApiError::key, ",")) + " message="
                + OneLine.quoted(joined(failure, ApiError::message, "; "));
        String returncode =
                failure.returncode().equals("FAILED") ? "" : " returncode=" + OneLine.of(failure.returncode());
        String status = failure.status() == 200 ? "" : " status=" + failure.status();
        return line + returncode + status;
    }

    private static String joined(ApiFailedException failure, Function<ApiError, String> part, String separator) {
        return failure.errors().stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(separator));
    }

    private static String kind(BbbException error) {
        if (error instanceof HttpStatusException http) {
            return "http-status status=" + http.status();
        }
        if (error instanceof RedirectedException redirect) {
            return "redirected status=" + redirect.status() + " target=" + OneLine.of(redirect.targetHost());
        }
        if (error instanceof MalformedResponseException malformed) {
            return "malformed position=" + malformed.position();
        }
        if (error instanceof LimitExceededException over) {
            return "limit limit=" + over.limit() + " bound=" + over.bound();
        }
        if (error instanceof CallTimeoutException timeout) {
            return "timeout stage=" + Words.of(timeout.stage());
        }
        if (error instanceof TransportException transport) {
            return "transport kind=" + Words.of(transport.kind());
        }
        if (error instanceof RequestBodyException body) {
            return "request-body content=" + OneLine.quoted(body.content());
        }
        throw new IllegalArgumentException("no such kind of error", error);
    }

    private static String hint(String explanation) {
        return explanation.isEmpty() ? "" : " hint=" + OneLine.quoted(explanation);
    }

    /** Returns the message without what the line says elsewhere: the call and the server, and the explanation. */
    private static String message(BbbException error, String explanation) {
        String prefix = error.site() + ": ";
        String suffix = explanation.isEmpty() ? "" : "; " + explanation;
        String message = String.valueOf(error.getMessage());
        boolean framed = message.startsWith(prefix) && message.endsWith(suffix);
        return framed ? message.substring(prefix.length(), message.length() - suffix.length()) : message;
    }
}
