// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was to be sent could not be read, or proved larger or smaller than said. The server did not receive a whole request.
 * The cause, if any, is the error of the file system, or of the publisher that was to bring the content.
 */
public final class RequestBodyException extends BbbException {
    private static final long serialVersionUID = 1L;

    private final String content;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param content the name of what was to be sent
     * @param problem what is wrong with it, in words
     * @param cause the source's own error, if any
     */
    public RequestBodyException(CallSite site, String content, String problem, @Nullable Throwable cause) {
        super(
                site,
                Objects.requireNonNull(content, "content") + " " + Objects.requireNonNull(problem, "problem"),
                cause);
        this.content = content;
    }

    /**
     * Returns what was to be sent.
     *
     * @return its name, for example a document's
     */
    public String content() {
        return content;
    }

    /** False: it is the caller's content. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
