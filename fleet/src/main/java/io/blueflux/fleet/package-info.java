// SPDX-License-Identifier: Apache-2.0

/**
 * Polls many BBB servers, each on a lane of its own, and tells their state and what changes, as streams.
 *
 * <p>{@link BbbFleet} is where to begin. What is public is what there is to use.
 */
// All else is ours, and its name says its room. From the top down, each sees what is below it and nothing above:
//
//   the door                     BbbFleet, BbbFleetBuilder, DefaultBbbFleet, FleetTask
//   who is polled                Roster…: the servers, what changes them, whose they are, and all that subscribes
//   the clients                  Client…: made and kept here, lent to whoever asks a server; searches, and looks that
// are shared
//   when a server is polled      Lane…: due, permitted, asked; what it knows from poll to poll. No state, no feed
//   how events come about        Book…: from answer to answer; FleetState, State…: what is known; Feed…: what differs
//   what answers bring and take  Answer…: memory, and what their heads tell
//   the host's code              Host…: its clock and timer, and walls around whatever of it is called
//   values                       what users set and get, FleetSettings, and what everybody leans on
//
// RoomsTest holds it.
@NullMarked
package io.blueflux.fleet;

import org.jspecify.annotations.NullMarked;
