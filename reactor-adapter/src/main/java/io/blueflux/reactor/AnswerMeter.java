// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.CallSite;

/**
 * Is told what answers take while they are read, so that many calls can share one bound. A call looks for a meter in its
 * subscriber's context, with this class as the key, and tells it on the event loop that reads the answer. What a meter throws ends
 * the call with that error; usually it is a {@link io.blueflux.error.LimitExceededException}.
 */
public interface AnswerMeter {

    /**
     * More bytes, or fewer, belong to no finished value.
     *
     * @param site the call
     * @param bytes how many were read, after decompression; below zero, how many of those told before became a value or are gone.
     *     Those of a call that is cancelled are not taken back
     */
    void unfinished(CallSite site, int bytes);

    /**
     * A value is complete. It is not handed over yet.
     *
     * @param site the call
     * @param value the value
     */
    void finished(CallSite site, Object value);
}
