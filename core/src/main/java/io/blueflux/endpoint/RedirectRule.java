// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.error.BbbException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a call makes of an answer that redirects.
 *
 * @param <T> what the answer holds
 */
public interface RedirectRule<T> {

    /**
     * Takes every redirect for an error: BBB redirects no call but join.
     *
     * @param <T> what the answer would hold
     * @return the rule
     */
    static <T> RedirectRule<T> refuse() {
        return redirect -> {
            throw redirect.refused();
        };
    }

    /**
     * Tells whether the same call is to be asked of another server.
     *
     * @param redirect the answer
     * @return the URL to get; null if the redirect is the answer
     */
    default @Nullable URI next(Redirect redirect) {
        return null;
    }

    /**
     * Reads what the redirect itself answers.
     *
     * @param redirect the answer
     * @return the value
     * @throws BbbException if the server reports an error by it, or if it means nothing
     */
    T value(Redirect redirect);
}
