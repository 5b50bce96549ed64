// SPDX-License-Identifier: Apache-2.0
// A server as the page holds it, and the states that it can be in, failing ones first.

import { capital, visible } from './text.js';

export const STATES = ['down', 'unstable', 'recovering', 'new', 'up'];

export const STATE_WORDS = Object.fromEntries(STATES.map((state) => [state, capital(state)]));

/** A server as the page holds it: its row, its curve, and what it is found and ordered by. */
export class Server {
  #found = null;

  constructor(row, spark) {
    const rank = STATES.indexOf(row.state);
    this.name = row.name;
    this.shown = visible(row.name);
    this.row = row;
    this.spark = spark;
    this.rank = rank < 0 ? STATES.indexOf('new') : rank;
    this.order = natural(this.shown);
  }

  /** What a filter looks into; most servers are never looked for. */
  get found() {
    if (this.#found === null) {
      const { name, state, reason, version, cordoned, draining, unknown } = this.row;
      const marks = [cordoned && 'cordoned', draining && 'draining', unknown && 'no answer'];
      this.#found = [this.shown, name, state, reason, version, ...marks].filter(Boolean).join('\n').toLowerCase();
    }
    return this.#found;
  }
}

/** Orders bbb2 before bbb10, quickly enough for thousands. */
function natural(name) {
  return name.slice(0, 100).toLowerCase().replace(/\d+/g, (digits) => digits.padStart(10, '0'));
}
