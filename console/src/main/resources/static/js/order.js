// SPDX-License-Identifier: Apache-2.0
// Which servers are shown and in which order.

import { COLUMNS } from './columns.js';

export class Order {
  column = 'name';
  descending = false;
  failingFirst = true;
  #words = [];
  #sorted = [];

  /** Only servers that contain each word of the text. */
  filter(text) {
    this.#words = text.toLowerCase().split(/\s+/).filter(Boolean);
  }

  /** Orders by a column; once more by the same turns it round. Numbers begin with the largest. */
  by(key) {
    const numbers = COLUMNS.find((column) => column.key === key).className.startsWith('number');
    this.descending = key === this.column ? !this.descending : numbers || key === 'trend';
    this.column = key;
  }

  /** The servers to show. What was in order before nearly is again, which makes the sort short. */
  of(fleet) {
    const seen = new Set();
    const servers = [];
    for (const { name } of this.#sorted) {
      const server = fleet.servers.get(name);
      if (server) {
        servers.push(server);
        seen.add(name);
      }
    }
    for (const server of fleet.servers.values()) {
      if (!seen.has(server.name)) {
        servers.push(server);
      }
    }
    this.#sorted = servers.sort(this.#comparison());
    return this.#words.length === 0
      ? this.#sorted
      : this.#sorted.filter(({ found }) => this.#words.every((word) => found.includes(word)));
  }

  #comparison() {
    const { value } = COLUMNS.find(({ key }) => key === this.column);
    const sign = this.descending ? -1 : 1;
    const failing = this.failingFirst && this.column !== 'state';
    return (a, b) => (failing && a.rank - b.rank) || compare(value(a), value(b), sign)
      || compare(a.order, b.order, 1) || compare(a.name, b.name, 1);
  }
}

/** A value that is not known comes last in either direction. */
function compare(a, b, sign) {
  if (a === b) {
    return 0;
  }
  if (a === undefined || b === undefined) {
    return a === undefined ? 1 : -1;
  }
  return a < b ? -sign : sign;
}
