// SPDX-License-Identifier: Apache-2.0

/**
 * The client: each call of the BBB API as a {@code Mono} or a {@code Flux} over reactor-netty.
 *
 * <p>{@link BbbClient} is where to begin. What is public is what there is to use.
 */
// All else is ours, and its name says its room. From the top down, each sees what is below it and nothing above:
//
//   the door           BbbClient, BbbClientBuilder, DefaultBbbClient: one line a call
//   many calls in one  FanOut…, Recordings…, Probe…
//   a call             ClientCalls, Call…, …Call: tried again, sent, sent on, limited, told of
//   the wire           ClientTransport, Wire…, Body…, and …Reasons for why it failed: what knows the transport
//   the clocks         RunningCalls, CallTimer
//   values             ClientSettings, what users set and get, and what everybody leans on
//
// RoomsTest holds it.
@NullMarked
package io.blueflux.reactor;

import org.jspecify.annotations.NullMarked;
