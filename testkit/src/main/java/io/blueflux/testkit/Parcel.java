// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.function.Predicate;

/**
 * A callback on its way.
 *
 * @param event its name
 * @param url where it goes, as shown to tests
 * @param signedUrl where it goes
 * @param contentType the type of the body; an empty text for a GET
 * @param body the body
 * @param taken which statuses mean that the receiver has it
 * @param givenUp runs when the last attempt has failed
 */
record Parcel(
        String event,
        String url,
        String signedUrl,
        String contentType,
        String body,
        Predicate<Integer> taken,
        Runnable givenUp) {
    static Parcel get(String event, String url) {
        return new Parcel(event, url, url, "", "", status -> status / 100 == 2, () -> {});
    }

    /** It is posted once: whatever the receiver says, nobody asks again. */
    static Parcel once(String event, String url, String body) {
        return new Parcel(event, url, url, "application/x-www-form-urlencoded", body, status -> true, () -> {});
    }
}
