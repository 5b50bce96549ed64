// SPDX-License-Identifier: Apache-2.0
// Times are the service's; the page shows them by its own clock, so that they agree with the one on the wall.

import { span } from './text.js';

const SMALL = 2000;
const HALF_A_DAY = 12 * 3600 * 1000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

let difference = 0;

/** Learns the difference between the clocks from a message that was just written at the service's time `at`. */
export function learn(at) {
  difference = Date.now() - at;
}

/** The service's time now. */
export function now() {
  return Date.now() - difference;
}

/** The time on this machine's clock; a difference as small as a network's delay is none. */
function here(at) {
  return Math.abs(difference) < SMALL ? at : at + difference;
}

export function time(at) {
  const date = new Date(here(at));
  return clock(date.getHours(), date.getMinutes(), date.getSeconds());
}

/** Written by hand, as the first format of Intl costs more than all of the first picture. */
function clock(...parts) {
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Hours and minutes, and seconds where they matter, of a time that is this machine's already. */
export function shortTime(own, seconds = false) {
  const date = new Date(own);
  return clock(date.getHours(), date.getMinutes(), ...(seconds ? [date.getSeconds()] : []));
}

export function local(at) {
  return here(at);
}

export function ago(at) {
  return span(now() - at);
}

/** When something was, and how long ago that is. */
export function whenAndAgo(at) {
  const date = new Date(here(at));
  const day = now() - at > HALF_A_DAY ? `${date.getDate()} ${MONTHS[date.getMonth()]} ` : '';
  return `${day}${time(at)}, ${ago(at)} ago`;
}
