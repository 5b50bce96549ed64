// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import reactor.core.publisher.Mono;

/** Another HTTP client, used as its users use it. */
interface Peer {
    /** Gets a URL and reads the answer to its end; emits how many bytes it had. */
    Mono<Long> drain(String url);
}
