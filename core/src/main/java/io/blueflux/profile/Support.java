// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a server does something, as far as that is known. */
public enum Support {
    /** It does. */
    YES,
    /** It does not. */
    NO,
    /** Nobody has told, and nothing was learned. */
    UNKNOWN;

    static Support of(boolean supported) {
        return supported ? YES : NO;
    }

    /** Returns this, or what another source says if this says nothing. */
    Support or(Support other) {
        return this == UNKNOWN ? other : this;
    }

    /** Returns the word for people. */
    @JsonValue
    @Override
    public String toString() {
        return switch (this) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "unknown";
        };
    }
}
