// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.AnswerLimits;
import io.blueflux.error.CallSite;
import io.blueflux.request.Blotter;

/**
 * What a decoder must know of the call that it decodes the answer of.
 *
 * @param site server and call, for errors
 * @param status the HTTP status of the answer
 * @param limits the bounds on the answer
 * @param blotter takes the call's secrets out of what errors quote
 */
public record AnswerContext(CallSite site, int status, AnswerLimits limits, Blotter blotter) {}
