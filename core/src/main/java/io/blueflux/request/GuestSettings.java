// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.util.Objects;

/** Who is let in, part of {@link CreateRequest}. */
public final class GuestSettings extends Setters<GuestSettings> {
    GuestSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Says what happens to guests; the server has a default, shipped as {@code ALWAYS_ACCEPT}. The server denies every
     * viewer when it does not know the word. Wire name {@code guestPolicy}.
     *
     * @param policy the policy
     * @return these settings
     */
    public GuestSettings policy(GuestPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return put(Parameter.GUEST_POLICY, policy.text());
    }

    /**
     * Lets moderators make guests moderators; the server has a default, shipped as false. Wire name {@code
     * allowPromoteGuestToModerator}; BBB 2.7.9 and later.
     *
     * @param allow whether they may
     * @return these settings
     */
    public GuestSettings allowPromoteToModerator(boolean allow) {
        return put(Parameter.ALLOW_PROMOTE_GUEST, allow);
    }
}
