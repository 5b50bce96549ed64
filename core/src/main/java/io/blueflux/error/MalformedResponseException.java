// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP answer is complete and has status 200, but is not the API's XML or JSON: broken off by the server, poisoned by
 * user data, or something else altogether.
 */
public final class MalformedResponseException extends BbbException {
    private static final long serialVersionUID = 1L;

    private final long position;
    private final String bodyStart;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param problem what is wrong, without secrets
     * @param position the byte of the body, counted from 0 after decompression, near which it was noticed
     * @param bodyStart the first bytes of the body as text, blotted
     * @param cause the parser's complaint, if there was one that holds no secret
     */
    public MalformedResponseException(
            CallSite site, String problem, long position, String bodyStart, @Nullable Throwable cause) {
        super(
                site,
                Objects.requireNonNull(problem, "problem") + " at byte " + position + " of the body, which starts: "
                        + Objects.requireNonNull(bodyStart, "bodyStart"),
                cause);
        this.position = position;
        this.bodyStart = bodyStart;
    }

    /**
     * Returns where the fault was noticed.
     *
     * @return a byte offset from 0, after decompression; in an answer that is not in UTF-8, of what it is in UTF-8
     */
    public long position() {
        return position;
    }

    /**
     * Returns how the body starts, without secrets.
     *
     * @return a few hundred characters at most; may be empty
     */
    public String bodyStart() {
        return bodyStart;
    }

    /** False: the same question meets the same data. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
