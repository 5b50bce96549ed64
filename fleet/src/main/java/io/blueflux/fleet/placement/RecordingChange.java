// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.ApiCall;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import io.blueflux.error.Failure;
import io.blueflux.error.MessageKey;
import io.blueflux.reactor.BbbClient;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A change of recordings as one call makes it.
 *
 * @param call which
 * @param send makes the call, and returns whether the server says that it is done
 */
record RecordingChange(ApiCall call, Send send) {

    /** Makes the call of some recordings that a server has. */
    interface Send {
        Mono<Boolean> send(BbbClient client, String... recordIds);
    }

    /** Returns why nothing was done, where a server says so without an error, as some balancers do. */
    Failure failure(String server) {
        String key = MessageKey.NOT_FOUND.text();
        return Failure.of(new ApiFailedException(
                new CallSite(server, call.wireName()),
                "FAILED",
                List.of(new ApiError(key, "nothing was changed")),
                200));
    }
}
