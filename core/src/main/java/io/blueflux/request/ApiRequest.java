// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.profile.ServerProfile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call with all that is sent, unsigned. Implementations are immutable, and their {@code toString} hides secrets. */
public interface ApiRequest {
    /**
     * Returns which call this is.
     *
     * @return the call
     */
    ApiCall call();

    /**
     * Returns what is sent in the query, or in a form.
     *
     * @return the checked parameters, without the checksum
     */
    RequestParameters parameters();

    /**
     * Tells whether sending this twice does no more than sending it once. Matters for calls that change something; one
     * that only reads, or whose effect is the same however often it arrives, may be repeated in any case.
     *
     * @return false unless the request knows
     */
    default boolean isRepeatable() {
        return false;
    }

    /**
     * Returns what is sent as the body.
     *
     * @return the body of a POST, or null for a request without one
     */
    default @Nullable RequestBody body() {
        return null;
    }

    /**
     * Returns the cookie that is sent along: some calls are made in the name of a user's browser.
     *
     * @return the value of the {@code Cookie} header, which is a secret; null for none
     */
    default @Nullable String cookie() {
        return null;
    }

    /**
     * Compares the parameters with what is known of a server. Sends nothing, and forbids nothing: servers ignore what they do
     * not know.
     *
     * @param profile the server; of one whose release is not known exactly, what holds for the newest release is said
     * @return what is unknown, too new, deprecated, gone or against the rules, in the order of the parameters; often empty
     */
    default List<RequestNote> check(ServerProfile profile) {
        Objects.requireNonNull(profile, "profile");
        return RequestCheck.notes(this, profile);
    }
}
